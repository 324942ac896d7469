import { join } from 'node:path'
import staticFiles from '@fastify/static'
import fp from 'fastify-plugin'

export default fp(async function (fastify) {
  fastify.register(staticFiles, {
    root: join(import.meta.dirname, '../public'),
    prefix: '/static/',
    maxAge: '1h'
  })
})
