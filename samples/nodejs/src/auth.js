import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins/username';

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
