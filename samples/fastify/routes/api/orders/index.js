const schema = {
  body: {
    type: 'object',
    required: ['customer', 'lines'],
    additionalProperties: false,
    properties: {
      customer: { type: 'string', minLength: 1, maxLength: 80 },
      email: { type: 'string', format: 'email' },
      lines: {
        type: 'array',
        minItems: 1,
        maxItems: 20,
        items: {
          type: 'object',
          required: ['sku', 'quantity'],
          additionalProperties: false,
          properties: {
            sku: { type: 'string', minLength: 1, maxLength: 20 },
            quantity: { type: 'integer', minimum: 1, maximum: 100 }
          }
        }
      }
    }
  }
}

export default async function (fastify) {
  fastify.post('/', { schema }, async (request, reply) => {
    const order = request.body
    const total = order.lines.reduce((sum, line) => sum + line.quantity, 0)
    return reply.code(201).send({ ...order, total_quantity: total })
  })
}
