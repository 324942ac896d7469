import express from 'express';
import helmet from 'helmet';
import { join } from 'node:path';
import { answerErrors, notFound } from './middleware/errors.js';
import { apiRouter } from './routes/api.js';
import { filesRouter } from './routes/files.js';
import { jobsRouter } from './routes/jobs.js';
import { notesRouter } from './routes/notes.js';
import { ordersRouter } from './routes/orders.js';
import { pagesRouter } from './routes/pages.js';

/** Puts the application together: everything it needs comes in as an argument. */
export function createApp({ database, folder, secret }) {
  const app = express();
  app.set('view engine', 'pug');
  app.set('views', join(import.meta.dirname, 'views'));
  app.set('trust proxy', 'loopback');

  app.use(helmet());
  app.use('/static', express.static(join(import.meta.dirname, 'public'), { maxAge: '1h' }));
  app.use('/api', express.json(), apiRouter);
  app.use('/api/orders', ordersRouter);
  app.use('/api/notes', notesRouter(database));
  app.use('/api/files', filesRouter(folder));
  app.use('/api/jobs', jobsRouter(database));
  app.get('/greeting', (req, res) => {
    res.render('greeting', { name: String(req.query.name ?? 'World') });
  });
  app.use(pagesRouter({ database, secret }));
  app.use(notFound, answerErrors);
  return app;
}
