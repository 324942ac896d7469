import { hashPassword, verifyPassword } from './passwords.js'

const NOBODY = await hashPassword('nobody has this password')

export async function createUser (database, username, password) {
  const insert = database.prepare('INSERT INTO users (username, password) VALUES (?, ?)')
  insert.run(username, await hashPassword(password))
}

/** The user with this name and password, if there is one. An unknown name takes as long as a wrong password. */
export async function authenticate (database, username, password) {
  const user = database.prepare('SELECT * FROM users WHERE username = ?').get(username)
  const matches = await verifyPassword(password, user?.password ?? NOBODY)
  return user && matches ? { id: user.id, username: user.username } : undefined
}
