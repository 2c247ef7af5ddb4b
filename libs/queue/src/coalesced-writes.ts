import { type Redis } from 'ioredis';

/**
 * *Write coalescing*: what a client sends in one turn of the event loop goes to the socket in one system call. ioredis makes a call for
 * each command, and after a group commit dozens of jobs are finished in one turn. Commands keep their order, which the
 * auto-pipelining of ioredis does not promise and BullMQ needs.
 */
export function coalesceWrites(client: Redis): void {
  client.on('connect', () => {
    const { stream } = client;
    const uncork = (): void => stream.uncork();
    const write = stream.write.bind(stream);
    stream.write = ((...chunk: Parameters<typeof write>) => {
      if (stream.writableCorked === 0) {
        stream.cork();
        process.nextTick(uncork);
      }
      return write(...chunk);
    }) as typeof write;
  });
}
