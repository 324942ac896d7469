// Sends requests to a server on this machine. Reads one window a line from standard input, as JSON, and answers each with one line:
// how many answers came, how many were not 200, how long it took, and how long requests took.

import { Agent, get } from 'node:http';
import { createInterface } from 'node:readline';

const AT_MOST_MS = 10_000;

/** One request. Resolves with its status, 0 where there was no answer. */
function ask(url, agent) {
  return new Promise((resolve) => {
    const request = get(url, { agent, timeout: AT_MOST_MS }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode)).on('error', () => resolve(0));
    });
    request.on('timeout', () => request.destroy()).on('error', () => resolve(0));
  });
}

/** The value below which `share` of the sorted values lie. */
const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** Each connection sends its next request when it has its answer, until the time is over. */
async function run({ url, connections, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took = [];
  let refused = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const connection = async () => {
    while (performance.now() < end) {
      const before = performance.now();
      if ((await ask(url, agent)) === 200) took.push(performance.now() - before);
      else refused += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const elapsed = performance.now() - start;
  agent.destroy();
  took.sort((one, other) => one - other);
  return { answered: took.length, refused, elapsed, median: quantile(took, 0.5), slowest: quantile(took, 0.95) };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await run(JSON.parse(line))));
}
