import { join } from 'node:path'
import AutoLoad from '@fastify/autoload'

// Options of the server itself, which `fastify start --options` reads.
// A proxy on this machine may say which address and protocol a visitor used.
// Where a schema forbids unknown fields, Fastify drops them by default; here they are refused.
export const options = {
  trustProxy: 'loopback',
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
