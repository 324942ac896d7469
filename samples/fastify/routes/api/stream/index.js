import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

export default async function (fastify) {
  fastify.get('/', async (request, reply) => {
    reply.type('text/plain; charset=utf-8')
    return Readable.from(lines())
  })
}

async function * lines () {
  for (let number = 1; number <= 5; number += 1) {
    if (number > 1) await sleep(100)
    yield `line ${number}\n`
  }
}
