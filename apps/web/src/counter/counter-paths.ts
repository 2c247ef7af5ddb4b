import { FRONT_PATHS } from '../faces.js';

export const HELP_PATH = `${FRONT_PATHS.caseworker}/hjaelp`;
export const END_HELP_PATH = `${FRONT_PATHS.caseworker}/afslut`;

const LETTER = `${FRONT_PATHS.caseworker}/brev`;
/** Pages that there are as letters too. */
const HAS_LETTER = /^\/forloeb\/[^/?]+(\/opgaver\/[^/?]+|\/kvitteringer\/[^/?]+)?$/;

/** The letter of a page; undefined when it has none. */
export function letterPath(address: string): string | undefined {
  const [path = ''] = address.split('?');
  return HAS_LETTER.test(path) ? `${LETTER}${path}` : undefined;
}

/** The page of which a letter is. */
export function pageOfLetter(address: string): string {
  return address.slice(LETTER.length);
}
