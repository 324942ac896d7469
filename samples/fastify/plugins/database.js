import fp from 'fastify-plugin'
import { openDatabase } from '../lib/database.js'

/** The database, and `fastify.sql`: it prepares each tagged statement once and binds the values. */
export default fp(async function (fastify) {
  const database = openDatabase(fastify.config.DATA_DIR)
  fastify.decorate('database', database)
  fastify.decorate('sql', database.createTagStore())
  fastify.addHook('onClose', async () => database.close())
}, { name: 'database', dependencies: ['env'] })
