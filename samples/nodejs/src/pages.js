import { join } from 'node:path';
import { APIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import send from 'send';
import { z } from 'zod';
import { withSession } from './auth.js';
import { checkCsrf, csrfToken } from './csrf.js';
import { HttpError, readForm, redirect, sendHtml } from './http.js';
import { GET } from './router.js';
import { render } from './views.js';

const PUBLIC = join(import.meta.dirname, '../public');

const Login = z.object({ username: z.string().max(100), password: z.string().max(200) });
const Logout = z.object({ csrf: z.string().optional() });

export function addPublicRoutes(router) {
  router.on(GET, '/static/*', (request, response) => {
    const path = request.url.split('?', 1)[0].slice('/static'.length);
    send(request, path, { root: PUBLIC, maxAge: '1h' })
      .on('error', ({ status }) => {
        sendHtml(response, status, render('error', { status, message: 'Nothing is here.' }));
      })
      .pipe(response);
  });

  router.on(GET, '/greeting', (request, response, params, store, query) => {
    sendHtml(response, 200, render('greeting', { name: query.name ?? 'World' }));
  });
}

export function addAccountRoutes(router, { auth, secret, origin }) {
  router.on(GET, '/login', (request, response) => {
    sendHtml(response, 200, render('login'));
  });

  router.on('POST', '/login', async (request, response) => {
    refuseOtherSites(request, origin);
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

  router.on(GET, '/account', withSession(auth, (request, response, { session, user }) => {
    sendHtml(response, 200, render('account', { user: user.username, csrf: csrfToken(secret, session) }));
  }));

  router.on('POST', '/logout', withSession(auth, async (request, response, { session }) => {
    const { csrf } = await readForm(request, Logout);
    checkCsrf(secret, session, csrf);
    const signedOut = await auth.api.signOut({ headers: fromNodeHeaders(request.headers), returnHeaders: true });
    response.setHeader('Set-Cookie', signedOut.headers.getSetCookie());
    redirect(response, '/login');
  }));
}

/** Before the login there is no session to bind a token to; browsers say where a form comes from. */
function refuseOtherSites({ headers }, origin) {
  const site = headers['sec-fetch-site'] ?? 'none';
  if ((headers.origin ?? origin) !== origin || !['same-origin', 'none'].includes(site)) {
    throw new HttpError(403, 'Another site sent this form.');
  }
}
