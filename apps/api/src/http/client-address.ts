import { isIPv4, isIPv6 } from 'node:net';
import { type Request } from 'express';

/**
 * The address a request comes from: the connection's, or what a trusted proxy says (`TRUSTED_PROXIES`, from the right of
 * `X-Forwarded-For`). One IPv6 subscriber holds a whole network, so of IPv6 it is the first 64 bits (RFC 6177).
 *
 * It is to count by. Never write it down: a pseudonym of it may be logged.
 */
export function clientAddress(request: Request): string {
  return subscriber(request.ip) ?? subscriber(request.socket.remoteAddress) ?? 'unknown';
}

/** An IPv4 address, or the network of an IPv6 one; undefined when it is neither. */
export function subscriber(address: string | undefined): string | undefined {
  const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '') ?? '';
  if (isIPv4(plain)) return plain;
  return isIPv6(plain) ? `${network(plain)}::/64` : undefined;
}

function network(address: string): string {
  const [before = '', after] = address.split('::');
  const front = groups(before);
  const back = groups(after ?? '');
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}

function groups(text: string): readonly string[] {
  // An IPv4 address at the end stands for two groups.
  const parts = text.replace(/[\d.]+\.\d+$/, '0:0').split(':');
  return parts.filter(part => part !== '').map(part => Number.parseInt(part, 16).toString(16));
}
