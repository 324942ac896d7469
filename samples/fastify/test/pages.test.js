import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build, buildWithAda, visit } from './helper.js'

test('shows markup in a name as text', async (t) => {
  const app = await build(t)
  const { body } = await app.inject({ url: '/greeting', query: { name: '<b a=">' } })
  assert.match(body, /<h1 id="greeting" title="&lt;b a=&quot;&gt;">Hello, &lt;b a=&quot;&gt;!<\/h1>/)
})

test('serves nothing from outside the public folder', async (t) => {
  const app = await build(t)
  assert.equal((await app.inject({ url: '/static/site.css' })).statusCode, 200)
  assert.equal((await app.inject({ url: '/static/..%2fpackage.json' })).statusCode, 404)
})

test('asks a stranger to log in', async (t) => {
  const app = await build(t)
  const response = await app.inject({ url: '/account' })
  assert.equal(response.headers.location, '/login')
})

test('gives no session for a wrong password', async (t) => {
  const stranger = visit(await buildWithAda(t))
  const form = { username: 'ada', password: 'wrong', _csrf: await stranger.token('/login') }
  assert.equal((await stranger.post('/login', form)).statusCode, 422)
  assert.equal((await stranger.get('/account')).statusCode, 303)
})

test('logs in and out', async (t) => {
  const app = await buildWithAda(t)
  const ada = visit(app)
  await ada.login()
  assert.match((await ada.get('/account')).body, /<span id="user">ada<\/span>/)

  const [old] = app.database.prepare('SELECT sid FROM sessions').all()
  await ada.post('/logout', { _csrf: await ada.token('/account') })
  const left = app.database.prepare('SELECT sid FROM sessions').all()
  assert.ok(left.every((session) => session.sid !== old.sid))
})

test('sends nothing without the token of the session', async (t) => {
  const app = await buildWithAda(t)
  const [ada, other] = [visit(app), visit(app)]
  await ada.login()
  for (const _csrf of ['', 'made up', await other.token('/login')]) {
    const response = await ada.post('/transfer', { to: 'bob', amount: 5, _csrf })
    assert.equal(response.statusCode, 403)
  }
  assert.deepEqual(app.database.prepare('SELECT * FROM transfers').all(), [])
})

test('sends with the token', async (t) => {
  const ada = visit(await buildWithAda(t))
  await ada.login()
  const sent = await ada.post('/transfer', { to: 'bob', amount: 5, _csrf: await ada.token('/transfer') })
  assert.match((await ada.get(sent.headers.location)).body, /<p id="result">Sent 5 to bob\.<\/p>/)
})
