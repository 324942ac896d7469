import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { sendJson, startApp } from './running.js';

const { url } = await startApp({ after });

test('greets by name', async () => {
  const response = await fetch(`${url}/api/hello/J%C3%BCrgen`);
  assert.equal(response.headers.get('content-type'), 'application/json');
  assert.deepEqual(await response.json(), { hello: 'Jürgen' });
});

test('links to the next square', async () => {
  const response = await fetch(`${url}/api/squares/7`);
  assert.deepEqual(await response.json(), { number: 7, square: 49, next: '/api/squares/8' });
});

test('names the methods that a path allows', async () => {
  const response = await fetch(`${url}/api/squares/7`, { method: 'POST' });
  assert.equal(response.status, 405);
  assert.equal(response.headers.get('allow'), 'GET, HEAD');
});

test('adds up an order', async () => {
  const lines = [{ sku: 'A', quantity: 2 }, { sku: 'B', quantity: 3 }];
  const response = await sendJson('POST', `${url}/api/orders`, { customer: 'Ada', lines });
  assert.equal(response.status, 201);
  assert.equal((await response.json()).total_quantity, 5);
});

for (const [field, order] of [
  ['customer', { lines: [{ sku: 'A', quantity: 1 }] }],
  ['lines.0.quantity', { customer: 'Ada', lines: [{ sku: 'A', quantity: 0 }] }],
  ['colour', { customer: 'Ada', lines: [{ sku: 'A', quantity: 1 }], colour: 'red' }],
]) {
  test(`refuses an order because of ${field}`, async () => {
    const response = await sendJson('POST', `${url}/api/orders`, order);
    assert.equal(response.status, 422);
    assert.deepEqual((await response.json()).fields.map((problem) => problem.field), [field]);
  });
}

test('keeps, replaces and removes a note', async () => {
  const title = "'); DROP TABLE notes; -- \0 😀";
  const note = await (await sendJson('POST', `${url}/api/notes`, { title, body: '' })).json();
  assert.deepEqual(await (await fetch(`${url}/api/notes/${note.id}`)).json(), note);
  assert.equal(note.title, title);

  const replaced = await sendJson('PUT', `${url}/api/notes/${note.id}`, { title: 'New', body: 'text' });
  assert.deepEqual(await replaced.json(), { id: note.id, title: 'New', body: 'text', pinned: false });

  assert.equal((await fetch(`${url}/api/notes/${note.id}`, { method: 'DELETE' })).status, 204);
  assert.equal((await fetch(`${url}/api/notes/${note.id}`)).status, 404);
});

test('answers with the digest of a file', async () => {
  const body = new FormData();
  body.append('file', new Blob(['content']), 'naïve.txt');
  const response = await fetch(`${url}/api/files`, { method: 'POST', body });
  const sha256 = createHash('sha256').update('content').digest('hex');
  assert.deepEqual(await response.json(), { name: 'naïve.txt', size: 7, sha256 });
});

test('refuses a file over the limit', async () => {
  const body = new FormData();
  body.append('file', new Blob([Buffer.alloc(3_000_000)]), 'large.bin');
  assert.equal((await fetch(`${url}/api/files`, { method: 'POST', body })).status, 413);
});

test('echoes over a WebSocket', async () => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws/echo`);
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const answer = new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
  socket.send('hello');
  assert.equal((await answer).data, 'hello');
  socket.close();
});
