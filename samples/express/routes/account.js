import { Router } from 'express';
import { promisify } from 'node:util';
import { z } from 'zod';
import { authenticate } from '../lib/users.js';
import { requireUser } from '../middleware/session.js';

const Login = z.object({ username: z.string().max(100), password: z.string().max(200) });

export function accountRouter(database) {
  const router = Router();

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

  return router;
}

/** Ends the session on the server and begins an empty one with another identifier. */
function regenerate(req) {
  return promisify(req.session.regenerate.bind(req.session))();
}
