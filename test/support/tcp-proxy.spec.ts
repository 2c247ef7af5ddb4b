import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { TcpProxy, until } from './index.js';

describe('TcpProxy', () => {
  let echo: Server;
  let proxy: TcpProxy;
  let address: string;

  beforeAll(async () => {
    echo = createServer(socket => void socket.on('error', () => undefined).pipe(socket)).listen(
      0,
      '127.0.0.1',
    );
    await once(echo, 'listening');
    const target = `echo://me@127.0.0.1:${(echo.address() as AddressInfo).port}/there`;
    proxy = await TcpProxy.to(target);
    address = proxy.before(target);
  });

  afterEach(() => proxy.mend());

  afterAll(async () => {
    await proxy.close();
    await new Promise(resolve => echo.close(resolve));
  });

  const dial = (): { readonly socket: Socket; heard: string } => {
    const { hostname, port } = new URL(address);
    const call = { socket: connect(Number(port), hostname), heard: '' };
    call.socket.on('error', () => undefined).on('data', data => (call.heard += String(data)));
    return call;
  };

  it('passes everything on, both ways and to the end, under the rest of the address', async () => {
    expect(address).toMatch(/^echo:\/\/me@127\.0\.0\.1:\d+\/there$/);
    const call = dial();
    const much = 'word '.repeat(100_000);
    call.socket.end(much);
    await once(call.socket, 'close');
    expect(call.heard).toBe(much);
  });

  it('breaks connections, and takes none when it refuses', async () => {
    const first = dial();
    first.socket.write('a');
    await until(() => first.heard === 'a', 'the echo');
    proxy.drop();
    await until(() => first.socket.destroyed, 'the connection to break');
    proxy.refuse();
    const second = dial();
    await until(() => second.socket.destroyed, 'the second to break');
    expect(second.heard).toBe('');
    proxy.mend();
    const third = dial();
    third.socket.write('c');
    await until(() => third.heard === 'c', 'the echo after it was mended');
    third.socket.destroy();
  });

  it('swallows until it is mended, and loses nothing nor its order', async () => {
    const call = dial();
    call.socket.write('a');
    await until(() => call.heard === 'a', 'the echo');
    proxy.swallow();
    call.socket.write('b');
    const other = dial();
    await once(other.socket, 'connect');
    other.socket.write('x');
    proxy.delay(5);
    call.socket.write('c');
    await new Promise(resolve => setImmediate(resolve));
    expect([call.heard, other.heard]).toEqual(['a', '']);
    proxy.mend();
    call.socket.write('d');
    await until(() => call.heard === 'abcd' && other.heard === 'x', 'what was swallowed');
    call.socket.destroy();
    other.socket.destroy();
  });
});
