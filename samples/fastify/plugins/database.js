import fp from 'fastify-plugin'
import { openDatabase } from '../lib/database.js'

/** The database as `fastify.database`; `fastify.sql` prepares tagged statements once and binds their values. */
export default fp(async function (fastify) {
  const database = openDatabase(fastify.config.DATA_DIR)
  fastify.decorate('database', database)
  fastify.decorate('sql', database.createTagStore())
  fastify.addHook('onClose', async () => database.close())
}, { name: 'database', dependencies: ['env'] })
