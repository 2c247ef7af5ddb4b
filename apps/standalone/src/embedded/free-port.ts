import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what Linux and RFC 6335 hand to outgoing connections, above the well-known servers. */
const LOWEST = 10_000;
const HIGHEST = 32_000;

/**
 * A TCP port that nothing listens on at 127.0.0.1 now. Not one of the system's *ephemeral ports*: any outgoing
 * connection could take that between our look and the server's start.
 * Only for servers that cannot be asked to listen on port 0 and say which port they got.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
