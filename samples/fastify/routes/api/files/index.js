import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import multipart from '@fastify/multipart'

export default async function (fastify) {
  const { badRequest, payloadTooLarge } = fastify.httpErrors
  const folder = join(fastify.config.DATA_DIR, 'uploads')
  await mkdir(folder, { recursive: true })
  await fastify.register(multipart, { limits: { files: 1, fileSize: 2 * 1024 * 1024 } })

  fastify.post('/', async (request, reply) => {
    const upload = request.isMultipart() ? await request.file() : undefined
    if (upload?.fieldname !== 'file') throw badRequest('The field `file` is missing.')

    const path = join(folder, randomUUID())
    try {
      const { size, sha256 } = await store(upload.file, path)
      if (upload.file.truncated) throw payloadTooLarge('The file is larger than 2 MB.')
      return reply.code(201).send({ name: upload.filename, size, sha256 })
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  })
}

/** Writes a stream to a file, and counts and hashes it on the way. */
async function store (stream, path) {
  const hash = createHash('sha256')
  let size = 0
  stream.on('data', (chunk) => {
    hash.update(chunk)
    size += chunk.length
  })
  await pipeline(stream, createWriteStream(path))
  return { size, sha256: hash.digest('hex') }
}
