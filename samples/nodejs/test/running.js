import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/app.js';
import { migrate, openDatabase } from '../src/database.js';
import { addEcho } from '../src/echo.js';

export const password = 'a password for tests';

/** Starts the application on a free port with a new database, until `t` ends: a test or a file of them. */
export async function startApp(t) {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  const database = openDatabase(folder);
  migrate(database);

  const secret = 'a secret for tests, long enough to be taken';
  const { auth, listener } = createApp({ database, folder, secret, origin: 'http://127.0.0.1' });

  const server = createServer(listener);
  addEcho(server);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    database.close();
    rmSync(folder, { recursive: true });
  });
  return { auth, database, url: `http://127.0.0.1:${server.address().port}` };
}

/** The same, with the user `ada`. */
export async function startAppWithAda(t) {
  const started = await startApp(t);
  await started.auth.api.signUpEmail({ body: { username: 'ada', name: 'ada', email: 'ada@example.com', password } });
  return started;
}

/** A visitor that keeps cookies from call to call, as `fetch` alone does not. */
export function visit(url) {
  let cookie = '';
  const call = async (path, options = {}) => {
    const headers = { ...options.headers, cookie };
    const response = await fetch(url + path, { redirect: 'manual', ...options, headers });
    const [set] = response.headers.getSetCookie();
    if (set) cookie = set.split(';', 1)[0];
    return response;
  };
  return {
    get: (path) => call(path),
    post: (path, form) => call(path, { method: 'POST', body: new URLSearchParams(form) }),
    login: () => call('/login', { method: 'POST', body: new URLSearchParams({ username: 'ada', password }) }),
    csrf: async (path) => /name="csrf" value="([^"]+)"/.exec(await (await call(path)).text())[1],
  };
}

export function sendJson(method, url, value) {
  return fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
}
