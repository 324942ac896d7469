import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startAppWithAda, visit } from './running.js';

const { database, url } = await startAppWithAda({ after });
const count = (table) => database.prepare(`SELECT count(*) AS rows FROM ${table}`).get().rows;

test('shows markup in a name as text', async () => {
  const page = await (await fetch(`${url}/greeting?name=%3Cb%20a%3D%22%3E`)).text();
  assert.match(page, /<h1 id="greeting" title="&lt;b a=&quot;&gt;">Hello, &lt;b a=&quot;&gt;!<\/h1>/);
});

test('serves nothing from outside the public folder', async () => {
  assert.equal((await fetch(`${url}/static/site.css`)).status, 200);
  assert.equal((await fetch(`${url}/static/..%2fpackage.json`)).status, 403);
});

test('asks a stranger to log in', async () => {
  const response = await visit(url).get('/account');
  assert.equal(response.headers.get('location'), '/login');
});

test('gives no session for a wrong password', async () => {
  const response = await visit(url).post('/login', { username: 'ada', password: 'wrong' });
  assert.equal(response.status, 422);
  assert.deepEqual(response.headers.getSetCookie(), []);
});

test('logs in and out', async () => {
  const ada = visit(url);
  await ada.login();
  assert.match(await (await ada.get('/account')).text(), /<span id="user">ada<\/span>/);

  const sessions = count('session');
  await ada.post('/logout', { csrf: await ada.csrf('/account') });
  assert.equal(count('session'), sessions - 1);
});

test('sends nothing without the token of the session', async () => {
  const transfers = count('transfers');
  const [ada, other] = [visit(url), visit(url)];
  await ada.login();
  await other.login();
  for (const csrf of [undefined, 'made up', await other.csrf('/transfer')]) {
    const response = await ada.post('/transfer', { to: 'bob', amount: 5, ...(csrf && { csrf }) });
    assert.equal(response.status, 403);
  }
  assert.equal(count('transfers'), transfers);
});

test('sends with the token', async () => {
  const ada = visit(url);
  await ada.login();
  const response = await ada.post('/transfer', { to: 'bob', amount: 5, csrf: await ada.csrf('/transfer') });
  const page = await (await ada.get(response.headers.get('location'))).text();
  assert.match(page, /<p id="result">Sent 5 to bob\.<\/p>/);
});
