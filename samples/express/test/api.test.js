import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import request from 'supertest';
import { build } from './helper.js';

const { app } = build({ after });

test('greets by name', async () => {
  await request(app)
    .get('/api/hello/J%C3%BCrgen')
    .expect('Content-Type', /^application\/json/)
    .expect(200, { hello: 'Jürgen' });
});

test('links to the next square', async () => {
  await request(app).get('/api/squares/7').expect(200, { number: 7, square: 49, next: '/api/squares/8' });
});

test('names the methods that a path allows', async () => {
  await request(app).post('/api/squares/7').expect('Allow', 'GET, HEAD').expect(405);
});

test('adds up an order', async () => {
  const lines = [{ sku: 'A', quantity: 2 }, { sku: 'B', quantity: 3 }];
  const response = await request(app).post('/api/orders').send({ customer: 'Ada', lines }).expect(201);
  assert.equal(response.body.total_quantity, 5);
});

for (const [field, order] of [
  ['customer', { lines: [{ sku: 'A', quantity: 1 }] }],
  ['lines.0.quantity', { customer: 'Ada', lines: [{ sku: 'A', quantity: 0 }] }],
  ['colour', { customer: 'Ada', lines: [{ sku: 'A', quantity: 1 }], colour: 'red' }],
]) {
  test(`refuses an order because of ${field}`, async () => {
    const response = await request(app).post('/api/orders').send(order).expect(422);
    assert.deepEqual(response.body.fields.map((problem) => problem.field), [field]);
  });
}

test('keeps, replaces and removes a note', async () => {
  const title = "'); DROP TABLE notes; -- \0 😀";
  const { body: note } = await request(app).post('/api/notes').send({ title, body: '' }).expect(201);
  assert.equal(note.title, title);

  const path = `/api/notes/${note.id}`;
  await request(app).get(path).expect(200, note);
  await request(app)
    .put(path)
    .send({ title: 'New', body: 'text' })
    .expect(200, { id: note.id, title: 'New', body: 'text', pinned: false });
  await request(app).delete(path).expect(204);
  await request(app).get(path).expect(404);
});

test('answers with the digest of a file', async () => {
  const sha256 = createHash('sha256').update('content').digest('hex');
  await request(app)
    .post('/api/files')
    .attach('file', Buffer.from('content'), 'naïve.txt')
    .expect(201, { name: 'naïve.txt', size: 7, sha256 });
});

test('refuses a file over the limit', async () => {
  await request(app).post('/api/files').attach('file', Buffer.alloc(3_000_000), 'large.bin').expect(413);
});
