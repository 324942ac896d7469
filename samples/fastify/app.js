import { join } from 'node:path'
import AutoLoad from '@fastify/autoload'

// Options of the server itself: `fastify start --options` reads them.
// Fastify drops unknown fields by default; here they are refused.
export const options = {
  ajv: { customOptions: { removeAdditional: false } }
}

export default async function app (fastify, opts) {
  // Plugins for the whole application: what they add is there in all routes.
  fastify.register(AutoLoad, {
    dir: join(import.meta.dirname, 'plugins'),
    options: { ...opts }
  })

  // Routes: each folder is a prefix, each file a plugin with a scope of its own.
  fastify.register(AutoLoad, {
    dir: join(import.meta.dirname, 'routes'),
    options: { ...opts }
  })
}
