import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { parse, sendJson } from './http.js';
import { countPrimes } from './primes.js';
import { GET } from './router.js';

const Wait = z.object({ ms: z.coerce.number().int().min(0).max(5000) });
const Primes = z.object({ below: z.coerce.number().int().min(0).max(5_000_000) });

const squarePath = (number) => `/api/squares/${number}`;

export function addApiRoutes(router) {
  router.on(GET, '/api/hello/:name', (request, response, { name }) => {
    sendJson(response, 200, { hello: name });
  });

  router.on(GET, '/api/squares/:number(^\\d{1,7}$)', (request, response, params) => {
    const number = Number(params.number);
    sendJson(response, 200, { number, square: number ** 2, next: squarePath(number + 1) });
  });

  router.on(GET, '/api/stream', async (request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
    await pipeline(Readable.from(lines()), response);
  });

  router.on(GET, '/api/wait', async (request, response, params, store, query) => {
    const { ms } = parse(Wait, query);
    await sleep(ms);
    sendJson(response, 200, { waited: ms });
  });

  router.on(GET, '/api/primes', (request, response, params, store, query) => {
    const { below } = parse(Primes, query);
    sendJson(response, 200, { below, count: countPrimes(below) });
  });
}

async function* lines() {
  for (let number = 1; number <= 5; number += 1) {
    if (number > 1) await sleep(100);
    yield `line ${number}\n`;
  }
}
