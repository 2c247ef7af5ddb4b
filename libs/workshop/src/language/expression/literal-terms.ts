import { type FieldType } from '#journey';
import { type Spot } from '../spot.js';
import { type Term } from '../term.js';
import { refusalTerms } from '../terms/service-terms.js';
import { CHAIN, typeOfChain } from './type-of-chain.js';

const COMPARED = new RegExp(`(${CHAIN})\\s*(?:[=!]=|\\bin\\s*\\[[^\\]]*)\\s*$`);

/** The words that the left side of a comparison may be, each in quotes unless the cursor is inside them. */
export function literalTerms(
  spot: Spot,
  text: string,
  variables: Readonly<Record<string, FieldType>>,
): { insideQuotes: boolean; terms: Term[] } {
  const open = openQuote(text);
  const before = open === undefined ? text.replace(/\w*$/, '') : text.slice(0, open);
  const compared = COMPARED.exec(before);
  const insideQuotes = open !== undefined;
  if (!compared) return { insideQuotes, terms: [] };
  const chain = compared[1] as string;
  const mark = spot.place.quoted === 'single' ? '"' : "'";
  return {
    insideQuotes,
    terms: wordsOf(spot, chain, before.slice(0, compared.index), variables).map(term =>
      insideQuotes ? term : { ...term, name: `${mark}${term.name}${mark}` },
    ),
  };
}

function wordsOf(
  spot: Spot,
  chain: string,
  before: string,
  variables: Readonly<Record<string, FieldType>>,
): Term[] {
  if (chain === 'refusal.code') return refusalTerms(spot);
  const type = typeOfChain(chain, before, variables);
  const words = type?.kind === 'string' ? (type.oneOf ?? []) : [];
  return words.map(name => ({ name, kind: 'literal', detail: chain }));
}

/** Where the text begins that the cursor is in; undefined outside of any. */
function openQuote(text: string): number | undefined {
  let open: number | undefined;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (open === undefined ? character === "'" || character === '"' : character === text[open])
      open = open === undefined ? index : undefined;
    else if (character === '\\') index++;
  }
  return open;
}
