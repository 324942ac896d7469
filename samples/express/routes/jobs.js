import { Router } from 'express';
import createError from 'http-errors';
import { z } from 'zod';

const Job = z.strictObject({ text: z.string().max(1000) });

export function jobsRouter(database) {
  const router = Router();
  const sql = database.createTagStore();

  router.post('/', (req, res) => {
    const { text } = Job.parse(req.body);
    const job = sql.get`INSERT INTO jobs (text) VALUES (${text}) RETURNING id, state`;
    res.status(202).json(job);
  });

  router.get('/:id', (req, res) => {
    const job = sql.get`SELECT id, state, result FROM jobs WHERE id = ${req.params.id}`;
    if (!job) throw createError(404, 'There is no such job.');
    res.json(job);
  });

  return router;
}
