import { z } from 'zod';
import { HttpError, readJson, sendJson } from './http.js';
import { GET } from './router.js';

const Job = z.strictObject({ text: z.string().max(1000) });

export function addJobRoutes(router, database) {
  const sql = database.createTagStore();

  router.on('POST', '/api/jobs', async (request, response) => {
    const { text } = await readJson(request, Job);
    const job = sql.get`INSERT INTO jobs (text) VALUES (${text}) RETURNING id, state`;
    sendJson(response, 202, job);
  });

  router.on(GET, '/api/jobs/:id(^\\d{1,15}$)', (request, response, { id }) => {
    const job = sql.get`SELECT id, state, result FROM jobs WHERE id = ${Number(id)}`;
    if (!job) throw new HttpError(404, 'There is no such job.');
    sendJson(response, 200, job);
  });
}
