import { parseArgs } from 'node:util';
import { migrate, openDatabase } from '../src/database.js';
import { readSettings } from '../src/settings.js';

const { values } = parseArgs({ options: { to: { type: 'string' } } });
const database = openDatabase(readSettings().folder);
migrate(database, values.to && Number(values.to));
database.close();
