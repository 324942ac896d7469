import { Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { countPrimes } from '../lib/primes.js';
import { allow } from '../middleware/errors.js';

const Square = z.object({ number: z.string().regex(/^\d{1,7}$/).transform(Number) });
const Wait = z.object({ ms: z.coerce.number().int().min(0).max(5000) });
const Primes = z.object({ below: z.coerce.number().int().min(0).max(5_000_000) });

export const apiRouter = Router();

apiRouter.get('/hello/:name', (req, res) => {
  res.json({ hello: req.params.name });
});

apiRouter
  .route('/squares/:number')
  .get((req, res) => {
    const { number } = Square.parse(req.params);
    res.json({ number, square: number ** 2, next: `${req.baseUrl}/squares/${number + 1}` });
  })
  .all(allow('GET', 'HEAD'));

apiRouter.get('/stream', async (req, res) => {
  res.type('text/plain');
  await pipeline(Readable.from(lines()), res);
});

apiRouter.get('/wait', async (req, res) => {
  const { ms } = Wait.parse(req.query);
  await sleep(ms);
  res.json({ waited: ms });
});

apiRouter.get('/primes', (req, res) => {
  const { below } = Primes.parse(req.query);
  res.json({ below, count: countPrimes(below) });
});

async function* lines() {
  for (let number = 1; number <= 5; number += 1) {
    if (number > 1) await sleep(100);
    yield `line ${number}\n`;
  }
}
