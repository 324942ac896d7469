import { csrfSync } from 'csrf-sync';
import session from 'express-session';
import { SqliteStore } from '../lib/session-store.js';

const WEEK = 7 * 24 * 60 * 60 * 1000;

export function sessions(database, secret) {
  return session({
    name: 'sid',
    secret,
    store: new SqliteStore(database),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: WEEK },
  });
}

const { csrfSynchronisedProtection, generateToken } = csrfSync({
  getTokenFromRequest: (req) => req.body?._csrf,
});

/** Refuses posts without the token of the session, and hands the token to the templates. */
export const csrf = [
  csrfSynchronisedProtection,
  (req, res, next) => {
    res.locals.csrfToken = () => generateToken(req);
    next();
  },
];

export function requireUser(req, res, next) {
  if (!req.session.user) return res.redirect(303, '/login');
  next();
}
