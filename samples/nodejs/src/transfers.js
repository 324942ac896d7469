import { z } from 'zod';
import { withSession } from './auth.js';
import { checkCsrf, csrfToken } from './csrf.js';
import { HttpError, readForm, redirect, sendHtml } from './http.js';
import { GET } from './router.js';
import { render } from './views.js';

const Transfer = z.object({
  to: z.string().min(1).max(80),
  amount: z.coerce.number().int().min(1),
  csrf: z.string().optional(),
});

export function addTransferRoutes(router, { database, auth, secret }) {
  const sql = database.createTagStore();

  router.on(GET, '/transfer', withSession(auth, (request, response, { session }) => {
    sendHtml(response, 200, render('transfer', { csrf: csrfToken(secret, session) }));
  }));

  router.on('POST', '/transfer', withSession(auth, async (request, response, { session, user }) => {
    const { to, amount, csrf } = await readForm(request, Transfer);
    checkCsrf(secret, session, csrf);
    const { id } = sql.get`INSERT INTO transfers (user_id, recipient, amount)
      VALUES (${user.id}, ${to}, ${amount}) RETURNING id`;
    redirect(response, `/transfer/${id}`);
  }));

  router.on(GET, '/transfer/:id(^\\d{1,15}$)', withSession(auth, (request, response, { user }, { id }) => {
    const transfer = sql.get`SELECT recipient, amount FROM transfers
      WHERE id = ${Number(id)} AND user_id = ${user.id}`;
    if (!transfer) throw new HttpError(404, 'There is no such transfer.');
    sendHtml(response, 200, render('sent', { transfer }));
  }));
}
