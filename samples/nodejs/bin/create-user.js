import { parseArgs } from 'node:util';
import { createAuth } from '../src/auth.js';
import { openDatabase } from '../src/database.js';
import { readSecret, readSettings } from '../src/settings.js';

const { positionals } = parseArgs({ allowPositionals: true });
const [username] = positionals;
const password = process.env.USER_PASSWORD;
if (!username || !password) throw new Error('Usage: USER_PASSWORD=... node bin/create-user.js NAME');

const { folder, origin } = readSettings();
const database = openDatabase(folder);
const auth = createAuth({ database, secret: readSecret(), origin });
await auth.api.signUpEmail({ body: { username, name: username, email: `${username}@example.com`, password } });
database.close();
