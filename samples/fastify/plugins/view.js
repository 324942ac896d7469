import { join } from 'node:path'
import view from '@fastify/view'
import fp from 'fastify-plugin'
import pug from 'pug'

/** Templates: `reply.view('greeting.pug', values)`. */
export default fp(async function (fastify) {
  fastify.register(view, {
    engine: { pug },
    root: join(import.meta.dirname, '../views'),
    production: fastify.config.NODE_ENV === 'production'
  })
}, { dependencies: ['env'] })
