import { betterAuth } from 'better-auth';
import { fromNodeHeaders } from 'better-auth/node';
import { username } from 'better-auth/plugins/username';
import { redirect } from './http.js';

/** Accounts and sessions in the database. Sign-up stays closed: no route leads to it. */
export function createAuth({ database, secret, origin }) {
  return betterAuth({
    database,
    secret,
    baseURL: origin,
    emailAndPassword: { enabled: true, autoSignIn: false },
    plugins: [username()],
    advanced: { useSecureCookies: origin.startsWith('https:') },
    logger: { level: 'error' },
  });
}

/** A handler that gets the session and the user; a visitor without a session is led to the login. */
export function withSession(auth, handler) {
  return async (request, response, params) => {
    const found = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
    if (!found) return redirect(response, '/login');
    return handler(request, response, found, params);
  };
}
