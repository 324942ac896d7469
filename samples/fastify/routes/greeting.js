const schema = {
  querystring: {
    type: 'object',
    properties: { name: { type: 'string', default: 'World' } }
  }
}

export default async function (fastify) {
  fastify.get('/greeting', { schema }, async (request, reply) => {
    return reply.view('greeting.pug', { name: request.query.name })
  })
}
