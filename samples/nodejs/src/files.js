import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import formidable, { errors, multipart } from 'formidable';
import { HttpError, sendJson } from './http.js';

const { default: FormidableError } = errors;

export function addFileRoutes(router, folder) {
  const uploadDir = join(folder, 'uploads');
  mkdirSync(uploadDir, { recursive: true });

  router.on('POST', '/api/files', async (request, response) => {
    const form = formidable({
      uploadDir,
      enabledPlugins: [multipart],
      maxFiles: 1,
      maxFileSize: 2 * 1024 * 1024,
      allowEmptyFiles: true,
      minFileSize: 0,
      hashAlgorithm: 'sha256',
    });
    const { file } = await receive(form, request);
    if (!file) throw new HttpError(400, 'The field `file` is missing.');
    const { originalFilename: name, size, hash: sha256 } = file[0];
    sendJson(response, 201, { name, size, sha256 });
  });
}

async function receive(form, request) {
  try {
    const [, files] = await form.parse(request);
    return files;
  } catch (error) {
    if (error instanceof FormidableError) throw new HttpError(error.httpCode ?? 400, error.message);
    throw error;
  }
}
