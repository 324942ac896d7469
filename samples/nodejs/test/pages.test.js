import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startApp, startAppWithAda, visit } from './running.js';

test('shows markup in a name as text', async (t) => {
  const { url } = await startApp(t);
  const page = await (await fetch(`${url}/greeting?name=%3Cb%20a%3D%22%3E`)).text();
  assert.match(page, /<h1 id="greeting" title="&lt;b a=&quot;&gt;">Hello, &lt;b a=&quot;&gt;!<\/h1>/);
});

test('serves nothing from outside the public folder', async (t) => {
  const { url } = await startApp(t);
  assert.equal((await fetch(`${url}/static/site.css`)).status, 200);
  assert.equal((await fetch(`${url}/static/..%2fpackage.json`)).status, 403);
});

test('asks a stranger to log in', async (t) => {
  const { url } = await startApp(t);
  const response = await visit(url).get('/account');
  assert.equal(response.headers.get('location'), '/login');
});

test('gives no session for a wrong password', async (t) => {
  const { url } = await startAppWithAda(t);
  const response = await visit(url).post('/login', { username: 'ada', password: 'wrong' });
  assert.equal(response.status, 422);
  assert.deepEqual(response.headers.getSetCookie(), []);
});

test('logs in and out', async (t) => {
  const { database, url } = await startAppWithAda(t);
  const ada = visit(url);
  await ada.login();
  assert.match(await (await ada.get('/account')).text(), /<span id="user">ada<\/span>/);

  await ada.post('/logout', { csrf: await ada.csrf('/account') });
  assert.equal(database.prepare('SELECT count(*) AS sessions FROM session').get().sessions, 0);
});

test('sends nothing without the token of the session', async (t) => {
  const { database, url } = await startAppWithAda(t);
  const [ada, other] = [visit(url), visit(url)];
  await ada.login();
  await other.login();
  for (const csrf of [undefined, 'made up', await other.csrf('/transfer')]) {
    const response = await ada.post('/transfer', { to: 'bob', amount: 5, ...(csrf && { csrf }) });
    assert.equal(response.status, 403);
  }
  assert.deepEqual(database.prepare('SELECT * FROM transfers').all(), []);
});

test('sends with the token', async (t) => {
  const { url } = await startAppWithAda(t);
  const ada = visit(url);
  await ada.login();
  const response = await ada.post('/transfer', { to: 'bob', amount: 5, csrf: await ada.csrf('/transfer') });
  const page = await (await ada.get(response.headers.get('location'))).text();
  assert.match(page, /<p id="result">Sent 5 to bob\.<\/p>/);
});
