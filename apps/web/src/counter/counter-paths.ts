import { PATHS } from '../paths.js';

export const HELP_PATH = `${PATHS.counter}/hjaelp`;
export const END_HELP_PATH = `${PATHS.counter}/afslut`;

const LETTER = `${PATHS.counter}/brev`;
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
