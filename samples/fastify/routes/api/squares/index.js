const schema = {
  params: {
    type: 'object',
    properties: { number: { type: 'integer', minimum: 0, maximum: 9_999_999 } }
  }
}

export default async function (fastify) {
  fastify.get('/:number', { schema }, async (request) => {
    const { number } = request.params
    return { number, square: number ** 2, next: `${fastify.prefix}/${number + 1}` }
  })

  // Without this route, Fastify answers other methods with 404.
  fastify.route({
    method: ['POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/:number',
    handler: async (request, reply) => {
      reply.code(405).header('Allow', 'GET, HEAD')
      return { error: `${request.method} is not allowed here.` }
    }
  })
}
