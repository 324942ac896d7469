import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const MIGRATIONS = join(import.meta.dirname, '../migrations');

/** Opens the database in a folder. A statement waits up to `timeout` ms for a lock, and all else waits with it. */
export function openDatabase(folder, timeout = 1000) {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, 'sample.db'), { timeout });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  return database;
}

/** Applies the migrations that the database has not seen yet, in order, up to the given number. */
export function migrate(database, last = Infinity) {
  const { user_version: done } = database.prepare('PRAGMA user_version').get();
  for (const file of readdirSync(MIGRATIONS).sort()) {
    const number = Number.parseInt(file, 10);
    if (number <= done || number > last) continue;
    const sql = readFileSync(join(MIGRATIONS, file), 'utf8');
    database.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${number}; COMMIT;`);
  }
}
