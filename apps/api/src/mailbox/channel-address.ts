import { type ChannelWay } from '#runtime';

const DANISH = /^\d{8}$/;
const INTERNATIONAL = /^\+\d{8,15}$/;
const MAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;

/** *Canonical form* of an address (E.164 for telephones); undefined when it is none. */
export function channelAddress(way: ChannelWay, typed: string): string | undefined {
  if (way === 'email') return MAIL.test(typed.trim()) ? typed.trim() : undefined;
  const digits = typed.replaceAll(/[\s().-]/g, '').replace(/^00/, '+');
  if (DANISH.test(digits)) return `+45${digits}`;
  return INTERNATIONAL.test(digits) ? digits : undefined;
}

/** As much of an address as its owner knows it by. */
export function shownAddress(way: ChannelWay, address: string): string {
  if (way === 'sms') return `${address.slice(0, 3)} •• •• •• ${address.slice(-2)}`;
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 1)}•••@${domain}`;
}
