import { WebSocketServer } from 'ws';

/** Answers WebSockets on `/ws/echo` of an HTTP server. `ws` answers pings and closing by itself. */
export function addEcho(server) {
  const sockets = new WebSocketServer({ server, path: '/ws/echo', maxPayload: 1024 * 1024 });
  sockets.on('connection', (socket) => {
    socket.on('error', console.error);
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
  return sockets;
}
