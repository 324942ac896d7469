import { Store } from 'express-session';

/** Keeps the sessions of express-session in SQLite. */
export class SqliteStore extends Store {
  #sql;

  constructor(database) {
    super();
    this.#sql = database.createTagStore();
    this.#sql.run`DELETE FROM sessions WHERE expires < ${Date.now()}`;
  }

  get(sid, callback) {
    const row = this.#sql.get`SELECT data FROM sessions WHERE sid = ${sid} AND expires > ${Date.now()}`;
    callback(null, row && JSON.parse(row.data));
  }

  set(sid, session, callback) {
    const expires = new Date(session.cookie.expires).getTime();
    this.#sql.run`INSERT INTO sessions (sid, data, expires)
      VALUES (${sid}, ${JSON.stringify(session)}, ${expires})
      ON CONFLICT DO UPDATE SET data = excluded.data, expires = excluded.expires`;
    callback?.(null);
  }

  touch(sid, session, callback) {
    const expires = new Date(session.cookie.expires).getTime();
    this.#sql.run`UPDATE sessions SET expires = ${expires} WHERE sid = ${sid}`;
    callback?.(null);
  }

  destroy(sid, callback) {
    this.#sql.run`DELETE FROM sessions WHERE sid = ${sid}`;
    callback?.(null);
  }
}
