import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../app.js';
import { migrate, openDatabase } from '../lib/database.js';
import { createUser } from '../lib/users.js';

export const password = 'a password for tests';

/** The application with a new database, which goes after the test `t`, or after all of a file. */
export function build(t) {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  const database = openDatabase(folder);
  migrate(database);
  t.after(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  return { app: createApp({ database, folder, secret: 'a secret for tests' }), database };
}

/** The same, with the user `ada`. */
export async function buildWithAda(t) {
  const built = build(t);
  await createUser(built.database, 'ada', password);
  return built;
}

/** The token in the form of a page, as the agent gets it. */
export async function csrfToken(agent, path) {
  const { text } = await agent.get(path).expect(200);
  return /name="_csrf" value="([^"]+)"/.exec(text)[1];
}

export async function login(agent) {
  const _csrf = await csrfToken(agent, '/login');
  return agent.post('/login').type('form').send({ username: 'ada', password, _csrf });
}
