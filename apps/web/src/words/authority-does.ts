import { nameAlone, nameFirst } from '#journey';

/** What an authority does, with who it is; not twice where it is said already. */
export function authorityDoes(authority: string, what: string): string {
  return what.startsWith(`${nameFirst(authority)} `) ? what : `${nameAlone(authority)}: ${what}`;
}
