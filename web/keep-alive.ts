import type { WebSocket, WebSocketServer } from 'ws';

/** Drops links whose other end is gone without a word (a laptop asleep, a cable pulled). Returns the stop. */
export function keepAlive(sockets: WebSocketServer, everyMs = 30_000): () => void {
  const answered = new WeakSet<WebSocket>();
  sockets.on('connection', (link) => {
    answered.add(link);
    link.on('pong', () => answered.add(link));
    // A broken frame closes its own link; without a listener it would end the process.
    link.on('error', () => link.terminate());
  });
  const timer = setInterval(() => {
    for (const link of sockets.clients) {
      if (!answered.delete(link)) link.terminate();
      else link.ping();
    }
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
