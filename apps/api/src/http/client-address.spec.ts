import { type Request } from 'express';
import { clientAddress, subscriber } from './client-address.js';

describe('the address of a client', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
  ])('%s counts as %s', (address, expected) => {
    expect(subscriber(address)).toBe(expected);
  });

  it.each(['unknown', '', '192.0.2', '192.0.2.7:80', '_hidden'])('%p is none', text => {
    expect(subscriber(text)).toBeUndefined();
  });

  it("is the connection's when a proxy hands on what is no address", () => {
    const request = { ip: 'unknown', socket: { remoteAddress: '::ffff:10.0.0.1' } } as unknown as Request;
    expect(clientAddress(request)).toBe('10.0.0.1');
  });
});
