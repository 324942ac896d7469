import sensible from '@fastify/sensible'
import fp from 'fastify-plugin'

/** Errors by name, such as `fastify.httpErrors.notFound()`. */
export default fp(async function (fastify) {
  fastify.register(sensible)
})
