import { Router } from 'express';
import createError from 'http-errors';
import { z } from 'zod';

// Half a surrogate pair has no UTF-8 form, so SQLite could not give it back.
const text = z.string().refine((value) => value.isWellFormed(), 'Not well-formed Unicode');

const Note = z.strictObject({
  title: text.min(1).max(100),
  body: text.default(''),
  pinned: z.boolean().default(false),
});

export function notesRouter(database) {
  const router = Router();
  const sql = database.createTagStore();

  router.param('id', (req, res, next, id) => {
    if (!/^\d{1,15}$/.test(id)) throw createError(404, 'There is no such note.');
    req.id = Number(id);
    next();
  });

  router.get('/', (req, res) => {
    res.json(sql.all`SELECT * FROM notes ORDER BY id`.map(asJson));
  });

  router.post('/', (req, res) => {
    const { title, body, pinned } = Note.parse(req.body);
    const note = sql.get`INSERT INTO notes (title, body, pinned)
      VALUES (${title}, ${body}, ${Number(pinned)}) RETURNING *`;
    res.status(201).json(asJson(note));
  });

  router.get('/:id', (req, res) => {
    const note = sql.get`SELECT * FROM notes WHERE id = ${req.id}`;
    res.json(asJson(found(note)));
  });

  router.put('/:id', (req, res) => {
    const { title, body, pinned } = Note.parse(req.body);
    const note = sql.get`UPDATE notes SET title = ${title}, body = ${body}, pinned = ${Number(pinned)}
      WHERE id = ${req.id} RETURNING *`;
    res.json(asJson(found(note)));
  });

  router.delete('/:id', (req, res) => {
    found(sql.get`DELETE FROM notes WHERE id = ${req.id} RETURNING id`);
    res.status(204).end();
  });

  return router;
}

function found(note) {
  if (!note) throw createError(404, 'There is no such note.');
  return note;
}

function asJson(note) {
  return { ...note, pinned: note.pinned === 1 };
}
