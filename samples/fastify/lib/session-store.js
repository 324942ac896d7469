/** Keeps the sessions of @fastify/session in SQLite. */
export class SqliteStore {
  #sql

  constructor (sql) {
    this.#sql = sql
  }

  get (id, callback) {
    answer(callback, () => {
      const row = this.#sql.get`SELECT data FROM sessions WHERE sid = ${id} AND expires > ${Date.now()}`
      return row && JSON.parse(row.data)
    })
  }

  set (id, session, callback) {
    answer(callback, () => {
      const expires = new Date(session.cookie.expires).getTime()
      this.#sql.run`DELETE FROM sessions WHERE expires < ${Date.now()}`
      this.#sql.run`INSERT INTO sessions (sid, data, expires)
        VALUES (${id}, ${JSON.stringify(session)}, ${expires})
        ON CONFLICT DO UPDATE SET data = excluded.data, expires = excluded.expires`
    })
  }

  destroy (id, callback) {
    answer(callback, () => {
      this.#sql.run`DELETE FROM sessions WHERE sid = ${id}`
    })
  }
}

/** Hands what the work returns, or the error that it throws, to a callback. */
function answer (callback, work) {
  let result
  try {
    result = work()
  } catch (error) {
    return callback(error)
  }
  callback(null, result)
}
