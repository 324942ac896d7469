import createError from 'http-errors';
import { MulterError } from 'multer';
import { ZodError } from 'zod';

export function notFound(req, res, next) {
  next(createError(404, 'Nothing is here.'));
}

/** For the end of a route: the methods that were not handled are not allowed. */
export function allow(...methods) {
  return (req, res, next) => {
    res.set('Allow', methods.join(', '));
    next(createError(405, `${req.method} is not allowed here.`));
  };
}

// Express knows error middleware by its four parameters.
export function answerErrors(error, req, res, next) {
  if (res.headersSent) return next(error);
  const { status, message, fields } = describe(error);
  if (status >= 500) console.error(error);
  res.status(status);
  if (req.path.startsWith('/api/')) return res.json({ error: message, fields });
  res.render('error', { status, message });
}

function describe(error) {
  if (error instanceof ZodError) return { status: 422, message: 'The input is not valid.', fields: fieldsOf(error) };
  if (error instanceof MulterError) return { status: error.code === 'LIMIT_FILE_SIZE' ? 413 : 400, message: error.message };
  if (error.status < 500) return { status: error.status, message: error.message };
  return { status: 500, message: 'Something went wrong.' };
}

function fieldsOf(error) {
  return error.issues.map((issue) => ({
    field: [...issue.path, ...(issue.keys ?? [])].join('.'),
    message: issue.message,
  }));
}
