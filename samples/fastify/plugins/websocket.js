import websocket from '@fastify/websocket'
import fp from 'fastify-plugin'

export default fp(async function (fastify) {
  fastify.register(websocket, { options: { maxPayload: 1024 * 1024 } })
})
