import { Router, urlencoded } from 'express';
import { csrf, requireUser, sessions } from '../middleware/session.js';
import { accountRouter } from './account.js';
import { transfersRouter } from './transfers.js';

/** All pages with forms: each has a session, and each post needs its token. */
export function pagesRouter({ database, secret }) {
  const pages = Router();
  pages.use(urlencoded(), sessions(database, secret), csrf);
  pages.use(accountRouter(database));
  pages.use('/transfer', requireUser, transfersRouter(database));
  return pages;
}
