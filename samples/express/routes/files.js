import { Router } from 'express';
import createError from 'http-errors';
import multer from 'multer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export function filesRouter(folder) {
  const router = Router();
  const upload = multer({
    dest: join(folder, 'uploads'),
    limits: { files: 1, fileSize: 2 * 1024 * 1024 },
    defParamCharset: 'utf8',
  });

  router.post('/', upload.single('file'), async (req, res) => {
    if (!req.file) throw createError(400, 'The field `file` is missing.');
    const { originalname: name, size, path } = req.file;
    res.status(201).json({ name, size, sha256: await sha256(path) });
  });

  return router;
}

async function sha256(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
