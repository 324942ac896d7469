import { parseArgs } from 'node:util';
import { migrate, openDatabase } from './lib/database.js';
import { readSettings } from './lib/settings.js';

const { values } = parseArgs({ options: { to: { type: 'string' } } });
const database = openDatabase(readSettings().folder);
migrate(database, values.to && Number(values.to));
database.close();
