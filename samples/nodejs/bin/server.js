import { createServer } from 'node:http';
import { createApp } from '../src/app.js';
import { openDatabase } from '../src/database.js';
import { addEcho } from '../src/echo.js';
import { readSecret, readSettings } from '../src/settings.js';

const settings = readSettings();
const database = openDatabase(settings.folder);
const { listener } = createApp({ database, secret: readSecret(), ...settings });
const server = createServer(listener);
const sockets = addEcho(server);

server.listen(settings.port, '127.0.0.1', () => {
  console.log(`Listening on http://127.0.0.1:${settings.port}`);
});

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

/** Takes no new connections, lets open requests finish, and cuts off what takes over five seconds. */
function stop() {
  for (const socket of sockets.clients) socket.close(1001);
  setTimeout(() => server.closeAllConnections(), 5000).unref();
  server.close(() => database.close());
}
