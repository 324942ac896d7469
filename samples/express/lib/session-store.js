import { Store } from 'express-session';

/** Keeps the sessions of express-session in SQLite. */
export class SqliteStore extends Store {
  #sql;

  constructor(database) {
    super();
    this.#sql = database.createTagStore();
  }

  get(sid, callback) {
    answer(callback, () => {
      const row = this.#sql.get`SELECT data FROM sessions WHERE sid = ${sid} AND expires > ${Date.now()}`;
      return row && JSON.parse(row.data);
    });
  }

  set(sid, session, callback) {
    answer(callback, () => {
      this.#sql.run`DELETE FROM sessions WHERE expires < ${Date.now()}`;
      this.#sql.run`INSERT INTO sessions (sid, data, expires)
        VALUES (${sid}, ${JSON.stringify(session)}, ${expiry(session)})
        ON CONFLICT DO UPDATE SET data = excluded.data, expires = excluded.expires`;
    });
  }

  touch(sid, session, callback) {
    answer(callback, () => {
      this.#sql.run`UPDATE sessions SET expires = ${expiry(session)} WHERE sid = ${sid}`;
    });
  }

  destroy(sid, callback) {
    answer(callback, () => {
      this.#sql.run`DELETE FROM sessions WHERE sid = ${sid}`;
    });
  }
}

function expiry(session) {
  return new Date(session.cookie.expires).getTime();
}

/** Hands what the work returns, or the error that it throws, to a callback. */
function answer(callback = () => {}, work) {
  let result;
  try {
    result = work();
  } catch (error) {
    return callback(error);
  }
  callback(null, result);
}
