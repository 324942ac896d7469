const BODY_LIMIT = 1024 * 1024;

/** An error that is the client's: the status, a message, and for input the fields that are wrong. */
export class HttpError extends Error {
  constructor(status, message, fields) {
    super(message);
    this.status = status;
    this.fields = fields;
  }
}

async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new HttpError(413, 'The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function requireType(request, expected) {
  const [type] = (request.headers['content-type'] ?? '').split(';', 1);
  if (type.trim().toLowerCase() !== expected) throw new HttpError(415, `The body has to be ${expected}.`);
}

/** Checks input against a Zod schema. */
export function parse(schema, input) {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  const fields = error.issues.map((issue) => ({
    field: [...issue.path, ...(issue.keys ?? [])].join('.'),
    message: issue.message,
  }));
  throw new HttpError(422, 'The input is not valid.', fields);
}

export async function readJson(request, schema) {
  requireType(request, 'application/json');
  const body = await readBody(request);
  let input;
  try {
    input = JSON.parse(body);
  } catch {
    throw new HttpError(400, 'The body is not valid JSON.');
  }
  return parse(schema, input);
}

export async function readForm(request, schema) {
  requireType(request, 'application/x-www-form-urlencoded');
  const form = new URLSearchParams(await readBody(request));
  return parse(schema, Object.fromEntries(form));
}

export function sendJson(response, status, value) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}

export function sendHtml(response, status, html) {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'self'; form-action 'self'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(html);
}

export function redirect(response, location) {
  response.writeHead(303, { Location: location });
  response.end();
}
