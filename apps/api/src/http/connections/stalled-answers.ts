import { type Server } from 'node:http';
import { type Socket } from 'node:net';

interface Taking {
  bytes: number;
  since: number;
}

/**
 * Write timeout: cuts off whoever does not take what was answered: it would wait in our memory for as long as they like. A socket's own timeout
 * does not do, for it begins anew with each byte that is sent to us.
 *
 * @param within milliseconds that one piece of an answer may wait
 */
export function cutStalledAnswers(server: Server, within: number): void {
  const takings = new Map<Socket, Taking>();
  server.on('connection', (socket: Socket) => {
    takings.set(socket, { bytes: 0, since: performance.now() });
    socket.once('close', () => takings.delete(socket));
  });
  const look = (): void => {
    const now = performance.now();
    for (const [socket, taking] of takings) {
      const bytes = socket.bytesWritten - socket.writableLength;
      if (socket.writableLength === 0 || bytes !== taking.bytes) {
        taking.bytes = bytes;
        taking.since = now;
      } else if (now - taking.since > within) {
        socket.destroy();
      }
    }
  };
  const looking = setInterval(look, within / 4).unref();
  server.once('close', () => clearInterval(looking));
}
