import { Router } from 'express';
import createError from 'http-errors';
import { z } from 'zod';

const Transfer = z.object({
  to: z.string().min(1).max(80),
  amount: z.coerce.number().int().min(1),
});

export function transfersRouter(database) {
  const router = Router();
  const sql = database.createTagStore();

  router.get('/', (req, res) => {
    res.render('transfer');
  });

  router.post('/', (req, res) => {
    const { to, amount } = Transfer.parse(req.body);
    const { id } = sql.get`INSERT INTO transfers (user_id, recipient, amount)
      VALUES (${req.session.user.id}, ${to}, ${amount}) RETURNING id`;
    res.redirect(303, `${req.baseUrl}/${id}`);
  });

  router.get('/:id', (req, res) => {
    const transfer = sql.get`SELECT recipient, amount FROM transfers
      WHERE id = ${req.params.id} AND user_id = ${req.session.user.id}`;
    if (!transfer) throw createError(404, 'There is no such transfer.');
    res.render('sent', { transfer });
  });

  return router;
}
