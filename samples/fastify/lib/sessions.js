import cookie from '@fastify/cookie'
import csrfProtection from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import session from '@fastify/session'
import fp from 'fastify-plugin'
import { SqliteStore } from './session-store.js'

const SAFE = ['GET', 'HEAD', 'OPTIONS']
const WEEK = 7 * 24 * 60 * 60 * 1000

/** Forms with a session and a token, for the plugin that registers it and for no other route. */
export default fp(async function sessions (fastify) {
  await fastify.register(formbody)
  await fastify.register(cookie)
  await fastify.register(session, {
    secret: fastify.config.SECRET_KEY,
    cookieName: 'sid',
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: WEEK },
    saveUninitialized: false,
    rolling: false,
    store: new SqliteStore(fastify.sql)
  })
  await fastify.register(csrfProtection, {
    sessionPlugin: '@fastify/session',
    getToken: (request) => request.body?._csrf
  })

  fastify.addHook('preValidation', (request, reply, done) => {
    reply.locals = { csrfToken: () => reply.generateCsrf() }
    if (SAFE.includes(request.method)) return done()
    fastify.csrfProtection(request, reply, done)
  })
})
