import { EventEmitter } from 'node:events';
import { type Server } from 'node:http';
import { type ShedLoad } from '../admission/shed-load.js';
import { boundConnections } from './connection-bounds.js';

class FakeSocket extends EventEmitter {
  constructor(readonly remoteAddress: string) {
    super();
  }
  destroyed = false;
  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

describe('the bounds of connections', () => {
  const shed: string[] = [];
  let server: Server;
  beforeEach(() => {
    shed.splice(0);
    server = new EventEmitter() as unknown as Server;
    boundConnections(server, {
      most: 100,
      mostPerAddress: 2,
      isProxy: address => address === '2001:db8::80',
      shed: { count: (reason: string) => void shed.push(reason) } as unknown as ShedLoad,
    });
  });

  const connect = (address: string): FakeSocket => {
    const socket = new FakeSocket(address);
    server.emit('connection', socket);
    return socket;
  };

  it('hold for all connections and for those of each address', () => {
    expect(server.maxConnections).toBe(100);
    server.emit('drop');
    const [first, ...others] = ['192.0.2.1', '::ffff:192.0.2.1', '192.0.2.1', '192.0.2.2'].map(connect);
    expect(others.map(({ destroyed }) => destroyed)).toEqual([false, true, false]);
    first!.destroy();
    expect(connect('192.0.2.1').destroyed).toBe(false);
    expect(connect('192.0.2.1').destroyed).toBe(true);
    expect(shed).toEqual(['connections', 'address', 'address']);
  });

  it('hold for an IPv6 network as for one address, but not for a proxy in it', () => {
    const sockets = ['2001:db8::1', '2001:db8::2', '2001:db8::3', '2001:db8:0:1::1'].map(connect);
    expect(sockets.map(({ destroyed }) => destroyed)).toEqual([false, false, true, false]);
    expect([1, 2, 3].map(() => connect('2001:db8::80').destroyed)).toEqual([false, false, false]);
  });
});
