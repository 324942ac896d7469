const body = {
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: { text: { type: 'string', maxLength: 1000 } }
}

const params = { type: 'object', properties: { id: { type: 'integer' } } }

export default async function (fastify) {
  const { sql } = fastify

  fastify.post('/', { schema: { body } }, async (request, reply) => {
    const job = sql.get`INSERT INTO jobs (text) VALUES (${request.body.text}) RETURNING id, state`
    return reply.code(202).send(job)
  })

  fastify.get('/:id', { schema: { params } }, async (request) => {
    const job = sql.get`SELECT id, state, result FROM jobs WHERE id = ${request.params.id}`
    if (!job) throw fastify.httpErrors.notFound('There is no such job.')
    return job
  })
}
