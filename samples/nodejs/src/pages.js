import { join } from 'node:path';
import { APIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import send from 'send';
import { z } from 'zod';
import { checkCsrf, csrfToken } from './csrf.js';
import { HttpError, readForm, redirect, sendHtml } from './http.js';
import { render } from './views.js';

const PUBLIC = join(import.meta.dirname, '../public');

const Login = z.object({ username: z.string().max(100), password: z.string().max(200) });
const Logout = z.object({ csrf: z.string().optional() });
const Transfer = z.object({
  to: z.string().min(1).max(80),
  amount: z.coerce.number().int().min(1),
  csrf: z.string().optional(),
});

export function addPageRoutes(router, { database, auth, secret }) {
  const sql = database.createTagStore();

  async function currentSession(request, response) {
    const found = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
    if (!found) redirect(response, '/login');
    return found;
  }

  router.on(['GET', 'HEAD'], '/static/*', (request, response) => {
    const path = request.url.split('?', 1)[0].slice('/static'.length);
    send(request, path, { root: PUBLIC, maxAge: '1h' })
      .on('error', ({ status }) => sendHtml(response, status, render('error', { status, message: 'Nothing is here.' })))
      .pipe(response);
  });

  router.on(['GET', 'HEAD'], '/greeting', (request, response, params, store, query) => {
    sendHtml(response, 200, render('greeting', { name: query.name ?? 'World' }));
  });

  router.on('GET', '/login', (request, response) => {
    sendHtml(response, 200, render('login'));
  });

  router.on('POST', '/login', async (request, response) => {
    refuseOtherSites(request);
    const body = await readForm(request, Login);
    const headers = fromNodeHeaders(request.headers);
    try {
      const signedIn = await auth.api.signInUsername({ body, headers, returnHeaders: true });
      response.setHeader('Set-Cookie', signedIn.headers.getSetCookie());
    } catch (error) {
      if (!(error instanceof APIError)) throw error;
      return sendHtml(response, 422, render('login', { problem: 'The name or the password is wrong.' }));
    }
    redirect(response, '/account');
  });

  router.on('GET', '/account', async (request, response) => {
    const current = await currentSession(request, response);
    if (!current) return;
    const csrf = csrfToken(secret, current.session);
    sendHtml(response, 200, render('account', { user: current.user.username, csrf }));
  });

  router.on('POST', '/logout', async (request, response) => {
    const current = await currentSession(request, response);
    if (!current) return;
    const { csrf } = await readForm(request, Logout);
    checkCsrf(secret, current.session, csrf);
    const signedOut = await auth.api.signOut({ headers: fromNodeHeaders(request.headers), returnHeaders: true });
    response.setHeader('Set-Cookie', signedOut.headers.getSetCookie());
    redirect(response, '/login');
  });

  router.on('GET', '/transfer', async (request, response) => {
    const current = await currentSession(request, response);
    if (!current) return;
    sendHtml(response, 200, render('transfer', { csrf: csrfToken(secret, current.session) }));
  });

  router.on('POST', '/transfer', async (request, response) => {
    const current = await currentSession(request, response);
    if (!current) return;
    const { to, amount, csrf } = await readForm(request, Transfer);
    checkCsrf(secret, current.session, csrf);
    const { id } = sql.get`INSERT INTO transfers (user_id, recipient, amount)
      VALUES (${current.user.id}, ${to}, ${amount}) RETURNING id`;
    redirect(response, `/transfer/${id}`);
  });

  router.on('GET', '/transfer/:id(^\\d{1,15}$)', async (request, response, { id }) => {
    const current = await currentSession(request, response);
    if (!current) return;
    const transfer = sql.get`SELECT recipient, amount FROM transfers
      WHERE id = ${Number(id)} AND user_id = ${current.user.id}`;
    if (!transfer) throw new HttpError(404, 'There is no such transfer.');
    sendHtml(response, 200, render('sent', { transfer }));
  });
}

/** Before the login there is no session to bind a token to; browsers say where a form comes from. */
function refuseOtherSites(request) {
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    throw new HttpError(403, 'Another site sent this form.');
  }
}
