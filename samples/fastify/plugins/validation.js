import fp from 'fastify-plugin'

/** Names an unknown field, which the message of the validator leaves out. */
export default fp(async function (fastify) {
  fastify.setSchemaErrorFormatter(([error], part) => {
    const unknown = error.params.additionalProperty
    return new Error(`${part}${error.instancePath} ${error.message}${unknown ? `: ${unknown}` : ''}`)
  })
})
