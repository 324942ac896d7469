import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** Argon2id with 19 MiB of memory and two passes, the least that OWASP advises. */
function hash (message, nonce) {
  return derive('argon2id', { message, nonce, memory: 19 * 1024, passes: 2, parallelism: 1, tagLength: 32 })
}

/** Salt and hash of a password, as text. */
export async function hashPassword (password) {
  const salt = randomBytes(16)
  const hashed = await hash(password, salt)
  return `${salt.toString('base64')}:${hashed.toString('base64')}`
}

/** Whether the password is the one that was hashed. */
export async function verifyPassword (password, stored) {
  const [salt, hashed] = stored.split(':').map((part) => Buffer.from(part, 'base64'))
  return timingSafeEqual(await hash(password, salt), hashed)
}
