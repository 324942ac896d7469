import helmet from '@fastify/helmet'
import fp from 'fastify-plugin'

/** Headers that narrow what a browser does with an answer. */
export default fp(async function (fastify) {
  fastify.register(helmet)
})
