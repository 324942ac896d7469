import { openDatabase } from './lib/database.js'
import { readSettings } from './lib/settings.js'
import { createUser } from './lib/users.js'

const username = process.argv[2]
const password = process.env.USER_PASSWORD
if (!username || !password) throw new Error('Usage: USER_PASSWORD=... node create-user.js NAME')

const database = openDatabase(readSettings().folder)
await createUser(database, username, password)
database.close()
