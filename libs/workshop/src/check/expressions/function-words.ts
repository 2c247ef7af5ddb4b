import { editDistance, languageEnvironment } from '#journey';
import { type FaultWords } from './syntax-words.js';

/** One way to call a function. */
interface Signature {
  readonly name: string;
  /** As a designer reads it: `daysBetween(date, date): int`. */
  readonly written: string;
}

/** Functions that a designer has no use for. */
const OWN_AFFAIRS = /^(?:_.*|type|dyn)$/;

let known: readonly Signature[] | undefined;

/** What an expression may call, without what is CEL's own affair. */
function signatures(): readonly Signature[] {
  known ??= languageEnvironment()
    .getDefinitions()
    .functions.filter(
      ({ name, signature }) => !OWN_AFFAIRS.test(name) && !/Namespace|optional<|bytes/.test(signature),
    )
    .map(({ name, signature }) => ({
      name,
      written: signature
        .replaceAll('google.protobuf.', '')
        .replaceAll('Timestamp', 'timestamp')
        .replaceAll('ast', '…'),
    }));
  return known;
}

/** A call that CEL cannot make, in words: an unknown function with the nearest ones, a known one with what it asks for. */
export function functionWords(summary: string): FaultWords | undefined {
  const call = /no matching overload for '(?:([\w<>, ]+)\.)?(\w+)\((.*)\)'/i.exec(summary);
  if (!call) return undefined;
  const [, receiver, name = '', given = ''] = call;
  const own = signatures().filter(signature => signature.name === name);
  if (own.length > 0) {
    const ways = [...new Set(own.map(({ written }) => written))].slice(0, 3).join(', or ');
    const what = `${receiver === undefined ? '' : `${receiver}.`}${name}(${given})`;
    return { message: `${name} cannot be asked as ${what}.`, remedy: `Write ${ways}.` };
  }
  const ways = nearest(name).map(({ written }) => written);
  return { message: `There is no function ${name}.`, remedy: `The nearest are ${ways.join(', ')}.` };
}

/** The functions whose names share most words with one, and then differ by the fewest letters. */
function nearest(name: string): Signature[] {
  const words = wordsOf(name);
  const ranked = [...new Map(signatures().map(signature => [signature.name, signature])).values()].map(
    signature => ({
      signature,
      shared: wordsOf(signature.name).filter(word => words.includes(word)).length,
      distance: editDistance(name.toLowerCase(), signature.name.toLowerCase()),
    }),
  );
  ranked.sort((one, other) => other.shared - one.shared || one.distance - other.distance);
  return ranked.slice(0, 3).map(({ signature }) => signature);
}

function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' ');
}
