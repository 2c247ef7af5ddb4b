import { isPeriod } from '#calendar';
import { isOwnChoice, type ParameterValue } from '#journey';
import { type Json } from '#statechart';
import { type DrawingRequest } from './drawing.js';
import { type DrawingWords } from './drawing-words.js';
import { periodWords, ownName, plainName } from './plain-name.js';

/** A deadline with its number and its source: `after 14 days (own choice)`. What is written of it is the note. */
export function delayWords(
  delay: string,
  use: 'due' | 'after',
  request: DrawingRequest,
  words: DrawingWords,
): { text: string; note?: string } {
  const { delays, parameters } = request.definition;
  const { for: period, until, from, source } = delays[delay] ?? {};
  const text = (before: string, what: string, by = source): string =>
    [before, what, sourceWords(by, words)].filter(Boolean).join(' ');
  const before = use === 'due' ? words.within : words.after;
  if (isPeriod(delay)) return { text: `${before} ${periodWords(delay, words)}` };
  const note = ownName(delay);
  if (period !== undefined) return { text: text(before, expressionWords(period, request, words)), note };
  if (until !== undefined) {
    return {
      text: text(use === 'due' ? words.by : words.after, expressionWords(until, request, words)),
      note,
    };
  }
  if (from !== undefined) return { text: text(words.from, expressionWords(from, request, words)), note };
  const value = parameters[delay] && inForce(delay, request);
  return value
    ? { text: text(before, valueWords(value.value, words), value.source), note }
    : { text: `${before} ${note}` };
}

/**
 * An expression for people who do not programme: the numbers of the law that are in force in place of their names, and
 * with `plainly` also names as words.
 */
export function expressionWords(
  expression: string,
  request: DrawingRequest,
  words: DrawingWords,
  plainly = true,
): string {
  const filled = expression.replace(/^=\s*/, '').replace(/\bparameters\.(\w+)/g, (_, name: string) => {
    const value = inForce(name, request);
    return value ? valueWords(value.value, words) : plainName(name);
  });
  if (!plainly) return filled;
  return [plainWords(filled, words), localWords(expression, request, words)].filter(Boolean).join(', ');
}

/** What municipalities may decide of an expression's parameters. */
function localWords(expression: string, { definition }: DrawingRequest, words: DrawingWords): string {
  return [...expression.matchAll(/\bparameters\.(\w+)/g)]
    .flatMap(([, name = '']) => {
      const local = definition.parameters[name]?.local;
      const [least, most] = [local?.least, local?.most].map(bound =>
        bound === undefined ? undefined : valueWords(bound, words),
      );
      return local ? [words.local(least, most)] : [];
    })
    .join(', ');
}

function plainWords(filled: string, words: DrawingWords): string {
  return isPeriod(filled)
    ? periodWords(filled, words)
    : plainName(filled)
        .replace(/(\w)\.(?=[A-Za-z])/g, '$1: ')
        .replace(/(\w)\(/g, '$1 (');
}

function inForce(
  name: string,
  { definition, day = definition.effective }: DrawingRequest,
): ParameterValue | undefined {
  const values = definition.parameters[name]?.values;
  return values?.find(({ from, until = day }) => from <= day && day <= until) ?? values?.at(-1);
}

function valueWords(value: Json, words: DrawingWords): string {
  return typeof value === 'string' && isPeriod(value) ? periodWords(value, words) : String(value);
}

function sourceWords(source: string | undefined, { ownChoice }: DrawingWords): string {
  if (source === undefined) return '';
  return `(${isOwnChoice(source) ? ownChoice : source})`;
}
