import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { build, buildWithAda, csrfToken, login } from './helper.js';

test('shows markup in a name as text', async (t) => {
  const { app } = build(t);
  const { text } = await request(app).get('/greeting').query({ name: '<b a=">' }).expect(200);
  assert.match(text, /<h1 id="greeting" title="&lt;b a=&quot;&gt;">Hello, &lt;b a=&quot;&gt;!<\/h1>/);
});

test('serves nothing from outside the public folder', async (t) => {
  const { app } = build(t);
  await request(app).get('/static/site.css').expect(200);
  await request(app).get('/static/..%2fpackage.json').expect(404);
});

test('asks a stranger to log in', async (t) => {
  const { app } = build(t);
  await request(app).get('/account').expect('Location', '/login').expect(303);
});

test('gives no session for a wrong password', async (t) => {
  const { app } = await buildWithAda(t);
  const agent = request.agent(app);
  const _csrf = await csrfToken(agent, '/login');
  await agent.post('/login').type('form').send({ username: 'ada', password: 'wrong', _csrf }).expect(422);
  await agent.get('/account').expect(303);
});

test('logs in and out', async (t) => {
  const { app, database } = await buildWithAda(t);
  const agent = request.agent(app);
  await login(agent);
  const { text } = await agent.get('/account').expect(200);
  assert.match(text, /<span id="user">ada<\/span>/);

  const [old] = database.prepare('SELECT sid FROM sessions').all();
  const _csrf = await csrfToken(agent, '/account');
  await agent.post('/logout').type('form').send({ _csrf }).expect(303);
  const left = database.prepare('SELECT sid FROM sessions').all();
  assert.ok(left.every((session) => session.sid !== old.sid));
});

test('sends nothing without the token of the session', async (t) => {
  const { app, database } = await buildWithAda(t);
  const [ada, other] = [request.agent(app), request.agent(app)];
  await login(ada);
  for (const _csrf of [undefined, 'made up', await csrfToken(other, '/login')]) {
    await ada.post('/transfer').type('form').send({ to: 'bob', amount: 5, _csrf }).expect(403);
  }
  assert.deepEqual(database.prepare('SELECT * FROM transfers').all(), []);
});

test('sends with the token', async (t) => {
  const { app } = await buildWithAda(t);
  const agent = request.agent(app);
  await login(agent);
  const _csrf = await csrfToken(agent, '/transfer');
  const { text } = await agent.post('/transfer').type('form').send({ to: 'bob', amount: 5, _csrf }).redirects(1);
  assert.match(text, /<p id="result">Sent 5 to bob\.<\/p>/);
});
