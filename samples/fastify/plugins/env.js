import env from '@fastify/env'
import fp from 'fastify-plugin'

const schema = {
  type: 'object',
  required: ['SECRET_KEY'],
  properties: {
    SECRET_KEY: { type: 'string', minLength: 32 },
    DATA_DIR: { type: 'string', default: 'data' },
    NODE_ENV: { type: 'string', default: 'production' }
  }
}

/** The settings, checked at the start, as `fastify.config`. */
export default fp(async function (fastify, opts) {
  await fastify.register(env, { schema, data: opts.env ?? process.env })
}, { name: 'env' })
