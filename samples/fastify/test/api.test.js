import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { build } from './helper.js'

const app = await build({ after })

function upload (content, name) {
  const form = new FormData()
  form.append('file', new Blob([content]), name)
  return { method: 'POST', url: '/api/files', payload: form }
}

test('greets by name', async () => {
  const response = await app.inject({ url: '/api/hello/J%C3%BCrgen' })
  assert.match(response.headers['content-type'], /^application\/json/)
  assert.deepEqual(response.json(), { hello: 'Jürgen' })
})

test('links to the next square', async () => {
  const response = await app.inject({ url: '/api/squares/7' })
  assert.deepEqual(response.json(), { number: 7, square: 49, next: '/api/squares/8' })
})

test('names the methods that a path allows', async () => {
  const response = await app.inject({ method: 'POST', url: '/api/squares/7' })
  assert.equal(response.statusCode, 405)
  assert.equal(response.headers.allow, 'GET, HEAD')
})

test('adds up an order', async () => {
  const lines = [{ sku: 'A', quantity: 2 }, { sku: 'B', quantity: 3 }]
  const response = await app.inject({ method: 'POST', url: '/api/orders', payload: { customer: 'Ada', lines } })
  assert.equal(response.statusCode, 201)
  assert.equal(response.json().total_quantity, 5)
})

for (const [problem, order] of [
  ["body must have required property 'customer'", { lines: [{ sku: 'A', quantity: 1 }] }],
  ['body/lines/0/quantity must be >= 1', { customer: 'Ada', lines: [{ sku: 'A', quantity: 0 }] }],
  ['body must NOT have additional properties: colour', { customer: 'Ada', lines: [{ sku: 'A', quantity: 1 }], colour: 'red' }]
]) {
  test(`refuses an order: ${problem}`, async () => {
    const response = await app.inject({ method: 'POST', url: '/api/orders', payload: order })
    assert.equal(response.statusCode, 400)
    assert.equal(response.json().message, problem)
  })
}

test('keeps, replaces and removes a note', async () => {
  const title = "'); DROP TABLE notes; -- \0 😀"
  const note = (await app.inject({ method: 'POST', url: '/api/notes', payload: { title, body: '' } })).json()
  assert.equal(note.title, title)

  const url = `/api/notes/${note.id}`
  assert.deepEqual((await app.inject({ url })).json(), note)
  const replaced = await app.inject({ method: 'PUT', url, payload: { title: 'New', body: 'text' } })
  assert.deepEqual(replaced.json(), { id: note.id, title: 'New', body: 'text', pinned: false })
  assert.equal((await app.inject({ method: 'DELETE', url })).statusCode, 204)
  assert.equal((await app.inject({ url })).statusCode, 404)
})

test('answers with the digest of a file', async () => {
  const response = await app.inject(upload('content', 'naïve.txt'))
  const sha256 = createHash('sha256').update('content').digest('hex')
  assert.deepEqual(response.json(), { name: 'naïve.txt', size: 7, sha256 })
})

test('refuses a file over the limit', async () => {
  const response = await app.inject(upload(Buffer.alloc(3_000_000), 'large.bin'))
  assert.equal(response.statusCode, 413)
})

test('echoes over a WebSocket', async () => {
  const socket = await app.injectWS('/ws/echo')
  const answer = new Promise((resolve) => socket.once('message', resolve))
  socket.send('hello')
  assert.equal((await answer).toString(), 'hello')
  socket.terminate()
})
