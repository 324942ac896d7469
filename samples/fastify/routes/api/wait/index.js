import { setTimeout as sleep } from 'node:timers/promises'

const schema = {
  querystring: {
    type: 'object',
    required: ['ms'],
    properties: { ms: { type: 'integer', minimum: 0, maximum: 5000 } }
  }
}

export default async function (fastify) {
  fastify.get('/', { schema }, async (request) => {
    const { ms } = request.query
    await sleep(ms)
    return { waited: ms }
  })
}
