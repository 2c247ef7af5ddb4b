import { type Server } from 'node:http';
import { type Socket } from 'node:net';
import { type ShedLoad } from '../admission/shed-load.js';
import { subscriber } from '../client-address.js';

export interface ConnectionBounds {
  readonly most: number;
  readonly mostPerAddress: number;
  /** Whether a proxy of ours is at an address: it brings many callers over few connections. */
  readonly isProxy: (address: string) => boolean;
  readonly shed: ShedLoad;
}

/** Connection limits: closes connections beyond the bounds at once, unheard: each holds memory and a file, before anybody knows whose it is. */
export function boundConnections(server: Server, bounds: ConnectionBounds): void {
  const { most, mostPerAddress, isProxy, shed } = bounds;
  const open = new Map<string, number>();
  server.maxConnections = most;
  server.on('drop', () => shed.count('connections'));
  server.on('connection', (socket: Socket) => {
    const { remoteAddress } = socket;
    const address = subscriber(remoteAddress);
    if (remoteAddress === undefined || address === undefined || isProxy(remoteAddress)) return;
    const already = open.get(address) ?? 0;
    if (already >= mostPerAddress) {
      shed.count('address');
      socket.destroy();
      return;
    }
    open.set(address, already + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
}
