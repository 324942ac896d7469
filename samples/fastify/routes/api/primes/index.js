import { countPrimes } from '../../../lib/primes.js'

const schema = {
  querystring: {
    type: 'object',
    required: ['below'],
    properties: { below: { type: 'integer', minimum: 0, maximum: 5_000_000 } }
  }
}

export default async function (fastify) {
  fastify.get('/', { schema }, async (request) => {
    const { below } = request.query
    return { below, count: countPrimes(below) }
  })
}
