import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import helper from 'fastify-cli/helper.js'
import { migrate, openDatabase } from '../lib/database.js'
import { createUser } from '../lib/users.js'

const APP = join(import.meta.dirname, '../app.js')

export const password = 'a password for tests'

/** The application with a new database, which goes after the test `t`, or after all of a file. */
export async function build (t) {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'))
  const database = openDatabase(folder)
  migrate(database)
  database.close()

  const env = { DATA_DIR: folder, SECRET_KEY: 'a secret for tests that is long enough' }
  const app = await helper.build(['--options', '-l', 'silent', APP], { skipOverride: true, env })
  t.after(async () => {
    await app.close()
    rmSync(folder, { recursive: true })
  })
  return app
}

/** The same, with the user `ada`. */
export async function buildWithAda (t) {
  const app = await build(t)
  await createUser(app.database, 'ada', password)
  return app
}

/** A visitor that keeps cookies from call to call, and sends back the token of a form. */
export function visit (app) {
  let cookies = {}
  async function call (options) {
    const response = await app.inject({ ...options, cookies })
    for (const { name, value } of response.cookies) cookies = { ...cookies, [name]: value }
    return response
  }
  const get = (url) => call({ url })
  const post = (url, form) => call({
    method: 'POST',
    url,
    payload: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' }
  })
  const token = async (url) => /name="_csrf" value="([^"]+)"/.exec((await get(url)).body)[1]
  const login = async () => post('/login', { username: 'ada', password, _csrf: await token('/login') })
  return { get, post, token, login }
}
