import { z } from 'zod';
import { HttpError, readJson, sendJson } from './http.js';
import { GET } from './router.js';

// Half a surrogate pair has no UTF-8 form, so SQLite could not give it back.
const text = z.string().refine((value) => value.isWellFormed(), 'Not well-formed Unicode');

const Note = z.strictObject({
  title: text.min(1).max(100),
  body: text.default(''),
  pinned: z.boolean().default(false),
});

const NOTE = '/api/notes/:id(^\\d{1,15}$)';

export function addNoteRoutes(router, database) {
  const sql = database.createTagStore();

  router.on(GET, '/api/notes', (request, response) => {
    sendJson(response, 200, sql.all`SELECT * FROM notes ORDER BY id`.map(asJson));
  });

  router.on('POST', '/api/notes', async (request, response) => {
    const { title, body, pinned } = await readJson(request, Note);
    const note = sql.get`INSERT INTO notes (title, body, pinned)
      VALUES (${title}, ${body}, ${Number(pinned)}) RETURNING *`;
    sendJson(response, 201, asJson(note));
  });

  router.on(GET, NOTE, (request, response, { id }) => {
    const note = sql.get`SELECT * FROM notes WHERE id = ${Number(id)}`;
    sendJson(response, 200, asJson(found(note)));
  });

  router.on('PUT', NOTE, async (request, response, { id }) => {
    const { title, body, pinned } = await readJson(request, Note);
    const note = sql.get`UPDATE notes SET title = ${title}, body = ${body}, pinned = ${Number(pinned)}
      WHERE id = ${Number(id)} RETURNING *`;
    sendJson(response, 200, asJson(found(note)));
  });

  router.on('DELETE', NOTE, (request, response, { id }) => {
    found(sql.get`DELETE FROM notes WHERE id = ${Number(id)} RETURNING id`);
    response.writeHead(204).end();
  });
}

function found(note) {
  if (!note) throw new HttpError(404, 'There is no such note.');
  return note;
}

function asJson(note) {
  return { ...note, pinned: note.pinned === 1 };
}
