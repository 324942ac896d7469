import { setTimeout as sleep } from 'node:timers/promises';
import { readSettings } from '../src/settings.js';
import { openDatabase } from '../src/database.js';

const database = openDatabase(readSettings().folder, 5000);
const sql = database.createTagStore();
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopping.abort());

// A job that a worker left unfinished when it died is taken up again. There is one worker.
sql.run`UPDATE jobs SET state = 'queued' WHERE state = 'running'`;

while (!stopping.signal.aborted) {
  const job = sql.get`UPDATE jobs SET state = 'running'
    WHERE id = (SELECT id FROM jobs WHERE state = 'queued' ORDER BY id LIMIT 1)
    RETURNING id, text`;
  if (job) {
    const result = await work(job.text);
    sql.run`UPDATE jobs SET state = 'done', result = ${result} WHERE id = ${job.id}`;
  } else {
    await sleep(100, undefined, { signal: stopping.signal }).catch(() => {});
  }
}
database.close();

async function work(text) {
  await sleep(1000);
  return text.toUpperCase();
}
