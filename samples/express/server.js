import { createApp } from './app.js';
import { openDatabase } from './lib/database.js';
import { addEcho } from './lib/echo.js';
import { readSecret, readSettings } from './lib/settings.js';

const { folder, port } = readSettings();
const database = openDatabase(folder);
const app = createApp({ database, folder, secret: readSecret() });

const server = app.listen(port, '127.0.0.1', (error) => {
  if (error) throw error;
  console.log(`Listening on http://127.0.0.1:${port}`);
});
const sockets = addEcho(server);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

/** Takes no new connections, lets open requests finish, and cuts off what takes over five seconds. */
function stop() {
  for (const socket of sockets.clients) socket.close(1001);
  setTimeout(() => server.closeAllConnections(), 5000).unref();
  server.close(() => database.close());
}
