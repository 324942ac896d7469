// Half a surrogate pair has no UTF-8 form, so SQLite could not give it back.
const text = { type: 'string', pattern: '^\\P{Cs}*$' }

const body = {
  type: 'object',
  required: ['title'],
  additionalProperties: false,
  properties: {
    title: { ...text, minLength: 1, maxLength: 100 },
    body: { ...text, default: '' },
    pinned: { type: 'boolean', default: false }
  }
}

// What an answer holds. SQLite keeps `pinned` as 0 or 1; the schema writes it as false or true.
const note = {
  type: 'object',
  properties: {
    id: { type: 'integer' },
    title: { type: 'string' },
    body: { type: 'string' },
    pinned: { type: 'boolean' }
  }
}

const params = { type: 'object', properties: { id: { type: 'integer' } } }

export default async function (fastify) {
  const { sql } = fastify

  function found (row) {
    if (!row) throw fastify.httpErrors.notFound('There is no such note.')
    return row
  }

  fastify.get('/', { schema: { response: { 200: { type: 'array', items: note } } } }, async () => {
    return sql.all`SELECT * FROM notes ORDER BY id`
  })

  fastify.post('/', { schema: { body, response: { 201: note } } }, async (request, reply) => {
    const { title, body, pinned } = request.body
    reply.code(201)
    return sql.get`INSERT INTO notes (title, body, pinned)
      VALUES (${title}, ${body}, ${Number(pinned)}) RETURNING *`
  })

  fastify.get('/:id', { schema: { params, response: { 200: note } } }, async (request) => {
    return found(sql.get`SELECT * FROM notes WHERE id = ${request.params.id}`)
  })

  fastify.put('/:id', { schema: { params, body, response: { 200: note } } }, async (request) => {
    const { title, body, pinned } = request.body
    return found(sql.get`UPDATE notes SET title = ${title}, body = ${body}, pinned = ${Number(pinned)}
      WHERE id = ${request.params.id} RETURNING *`)
  })

  fastify.delete('/:id', { schema: { params } }, async (request, reply) => {
    found(sql.get`DELETE FROM notes WHERE id = ${request.params.id} RETURNING id`)
    return reply.code(204).send()
  })
}
