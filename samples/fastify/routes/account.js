import sessions from '../lib/sessions.js'
import { authenticate } from '../lib/users.js'

const login = {
  type: 'object',
  required: ['username', 'password'],
  properties: {
    username: { type: 'string', maxLength: 100 },
    password: { type: 'string', maxLength: 200 }
  }
}

const transfer = {
  type: 'object',
  required: ['to', 'amount'],
  properties: {
    to: { type: 'string', minLength: 1, maxLength: 80 },
    amount: { type: 'integer', minimum: 1 }
  }
}

export default async function (fastify) {
  await fastify.register(sessions)
  fastify.register(pagesOfUser)

  fastify.get('/login', async (request, reply) => reply.view('login.pug'))

  fastify.post('/login', { schema: { body: login } }, async (request, reply) => {
    const { username, password } = request.body
    const user = await authenticate(fastify.database, username, password)
    if (!user) {
      return reply.code(422).view('login.pug', { problem: 'The name or the password is wrong.' })
    }
    await request.session.regenerate()
    request.session.user = user
    return reply.redirect('/account', 303)
  })
}

/** A scope inside the other one: its hook guards the routes below, not the login. */
async function pagesOfUser (fastify) {
  const { sql } = fastify

  fastify.addHook('onRequest', async (request, reply) => {
    if (!request.session.user) return reply.redirect('/login', 303)
  })

  fastify.get('/account', async (request, reply) => {
    return reply.view('account.pug', { user: request.session.user.username })
  })

  fastify.post('/logout', async (request, reply) => {
    await request.session.destroy()
    return reply.redirect('/login', 303)
  })

  fastify.get('/transfer', async (request, reply) => reply.view('transfer.pug'))

  fastify.post('/transfer', { schema: { body: transfer } }, async (request, reply) => {
    const { to, amount } = request.body
    const { id } = sql.get`INSERT INTO transfers (user_id, recipient, amount)
      VALUES (${request.session.user.id}, ${to}, ${amount}) RETURNING id`
    return reply.redirect(`/transfer/${id}`, 303)
  })

  fastify.get('/transfer/:id', async (request, reply) => {
    const transfer = sql.get`SELECT recipient, amount FROM transfers
      WHERE id = ${request.params.id} AND user_id = ${request.session.user.id}`
    if (!transfer) throw fastify.httpErrors.notFound('There is no such transfer.')
    return reply.view('sent.pug', { transfer })
  })
}
