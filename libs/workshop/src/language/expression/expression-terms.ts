import {
  describeType,
  fieldsEnvironment,
  type FieldType,
  functionsInReach,
  offerEnvironment,
} from '#journey';
import { type Spot } from '../spot.js';
import { type Term } from '../term.js';
import { parameterTerms } from '../terms/delay-terms.js';
import { ownFieldTerms } from '../terms/fact-terms.js';
import { fieldTerms } from '../terms/field-terms.js';
import { literalTerms } from './literal-terms.js';
import { nameTerms } from './name-terms.js';
import { boundNames, CHAIN, membersOf, typeOfChain } from './type-of-chain.js';

const MEMBER = new RegExp(`(${CHAIN})\\.\\??\\w*$`);

/** What may be written at the end of an expression that is not finished: members, words in quotes, or names and functions. */
export function expressionTerms(spot: Spot): Term[] {
  const text = spot.place.typed.replace(/^\s*=\s*/, '');
  const own = spot.keys.at(-1) === 'x-only-if' ? spot.ownForm : undefined;
  const { environment } = spot.context ?? {};
  const variables = own && environment ? fieldsEnvironment(environment, own).variables : variablesAt(spot);
  const literals = literalTerms(spot, text, variables);
  if (literals.insideQuotes) return literals.terms;
  const member = MEMBER.exec(text);
  if (member) return memberTerms(spot, member[1] as string, text.slice(0, member.index), variables);
  if (/\)\s*\.\??\w*$/.test(text)) return functionTerms('any');
  const bound = boundNames(text, variables).map(([name, type]): Term => ({
    name,
    kind: 'word',
    detail: type ? describeType(type) : 'each item',
  }));
  const fields = own ? ownFieldTerms(spot) : [];
  return [...literals.terms, ...bound, ...fields, ...nameTerms(spot), ...functionTerms()];
}

/** The names of an offer are its own. */
function variablesAt({ context, keys }: Spot): Readonly<Record<string, FieldType>> {
  const offer = keys[0] === 'offers' ? context?.definition.offers[keys[1] ?? ''] : undefined;
  if (!context || !offer) return context?.environment.variables ?? {};
  return offerEnvironment(context.definition, context.catalogue, offer).variables;
}

function memberTerms(
  spot: Spot,
  chain: string,
  before: string,
  variables: Readonly<Record<string, FieldType>>,
): Term[] {
  if (chain === 'parameters') return parameterTerms(spot);
  const type = typeOfChain(chain, before, variables);
  const fields = fieldTerms({ kind: 'object', fields: membersOf(type) });
  const called = type && ['list', 'map', 'string'].includes(type.kind) ? type.kind : undefined;
  return [...fields, ...(called ? functionTerms(called === 'map' ? 'list' : called) : [])];
}

/** Functions by what they are called on; none for those that stand alone. Of one name, all signatures together. */
function functionTerms(on?: string): Term[] {
  const fits = functionsInReach().filter(({ signature }) => {
    const receiver = /^(\w+)\./.exec(signature)?.[1];
    return on === 'any' ? receiver !== undefined : receiver === on;
  });
  return [...new Set(fits.map(({ name }) => name))].map(name => {
    const named = fits.filter(each => each.name === name);
    return {
      name,
      kind: 'function',
      detail: named[0]?.signature ?? '',
      about: () =>
        named.map(({ signature, description }) => `\`${signature}\`\n\n${description}`).join('\n\n'),
    };
  });
}
