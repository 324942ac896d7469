import { parseArgs } from 'node:util';
import { createAuth } from '../src/auth.js';
import { openDatabase } from '../src/database.js';
import { readSettingsWithSecret } from '../src/settings.js';

const { positionals } = parseArgs({ allowPositionals: true });
const [username] = positionals;
const password = process.env.USER_PASSWORD;
if (!username || !password) throw new Error('Usage: USER_PASSWORD=... node bin/create-user.js NAME');

const settings = readSettingsWithSecret();
const database = openDatabase(settings.folder);
const auth = createAuth({ database, ...settings });
await auth.api.signUpEmail({ body: { username, name: username, email: `${username}@example.com`, password } });
database.close();
