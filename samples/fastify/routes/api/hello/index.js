const schema = {
  response: {
    200: { type: 'object', properties: { hello: { type: 'string' } } }
  }
}

export default async function (fastify) {
  fastify.get('/:name', { schema }, async (request) => {
    return { hello: request.params.name }
  })
}
