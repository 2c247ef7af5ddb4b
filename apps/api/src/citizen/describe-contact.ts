import { type Authority } from '#authorities';
import { type ContactDocument } from './journey-document.js';

/** Where one may turn; undefined when an authority has said nothing of it. */
export function describeContact({ contact, hours }: Partial<Pick<Authority, 'contact' | 'hours'>> = {}):
  ContactDocument | undefined {
  if (!contact && !hours) return undefined;
  const open = Object.entries(hours ?? {}).map(([day, { from, until }]) => ({ day, from, until }));
  return { ...contact, hours: open };
}
