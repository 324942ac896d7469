import { Router, urlencoded } from 'express';
import createError from 'http-errors';
import { promisify } from 'node:util';
import { z } from 'zod';
import { authenticate } from '../lib/users.js';
import { csrf, requireUser, sessions } from '../middleware/session.js';

const Login = z.object({ username: z.string().max(100), password: z.string().max(200) });
const Transfer = z.object({
  to: z.string().min(1).max(80),
  amount: z.coerce.number().int().min(1),
});

/** The pages with forms. Only they have a session, and each of their posts needs its token. */
export function accountRouter({ database, secret }) {
  const router = Router();
  const sql = database.createTagStore();
  router.use(/^\/(login|logout|account|transfer)/, urlencoded(), sessions(database, secret), csrf);

  router.get('/login', (req, res) => {
    res.render('login');
  });

  router.post('/login', async (req, res) => {
    const { username, password } = Login.parse(req.body);
    const user = await authenticate(database, username, password);
    if (!user) {
      return res.status(422).render('login', { problem: 'The name or the password is wrong.' });
    }
    await regenerate(req);
    req.session.user = user;
    res.redirect(303, '/account');
  });

  router.get('/account', requireUser, (req, res) => {
    res.render('account', { user: req.session.user.username });
  });

  router.post('/logout', requireUser, async (req, res) => {
    await regenerate(req);
    res.redirect(303, '/login');
  });

  router.get('/transfer', requireUser, (req, res) => {
    res.render('transfer');
  });

  router.post('/transfer', requireUser, (req, res) => {
    const { to, amount } = Transfer.parse(req.body);
    const { id } = sql.get`INSERT INTO transfers (user_id, recipient, amount)
      VALUES (${req.session.user.id}, ${to}, ${amount}) RETURNING id`;
    res.redirect(303, `/transfer/${id}`);
  });

  router.get('/transfer/:id', requireUser, (req, res) => {
    const transfer = sql.get`SELECT recipient, amount FROM transfers
      WHERE id = ${req.params.id} AND user_id = ${req.session.user.id}`;
    if (!transfer) throw createError(404, 'There is no such transfer.');
    res.render('sent', { transfer });
  });

  return router;
}

/** Ends the session on the server and begins an empty one with another identifier. */
function regenerate(req) {
  return promisify(req.session.regenerate.bind(req.session))();
}
