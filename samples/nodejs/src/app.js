import { addApiRoutes } from './api.js';
import { createAuth } from './auth.js';
import { addFileRoutes } from './files.js';
import { addJobRoutes } from './jobs.js';
import { addNoteRoutes } from './notes.js';
import { addOrderRoutes } from './orders.js';
import { addAccountRoutes, addPublicRoutes } from './pages.js';
import { createListener, createRouter } from './router.js';
import { addTransferRoutes } from './transfers.js';

/** Puts the application together: everything it needs comes in as an argument. */
export function createApp({ database, folder, secret, origin }) {
  const router = createRouter();
  const auth = createAuth({ database, secret, origin });
  addApiRoutes(router);
  addOrderRoutes(router);
  addNoteRoutes(router, database);
  addFileRoutes(router, folder);
  addJobRoutes(router, database);
  addPublicRoutes(router);
  addAccountRoutes(router, { auth, secret, origin });
  addTransferRoutes(router, { database, auth, secret });
  return { auth, listener: createListener(router) };
}
