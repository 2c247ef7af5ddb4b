import { isPeriod, periodInWords } from '#calendar';
import { isOwnChoice, type Language, type ParameterValue } from '#journey';
import { type Json } from '#statechart';
import { codeSpan } from './code-span.js';
import { type DrawingRequest } from './drawing.js';
import { type DrawingWords } from './drawing-words.js';
import { ownName } from './plain-name.js';

/**
 * A deadline with its number and its source: `after 14 days (own choice)`. One that is reckoned stands by its name, with
 * the numbers that it is reckoned from; how is the note.
 */
export function delayWords(
  delay: string,
  use: 'due' | 'after',
  request: DrawingRequest,
  words: DrawingWords,
): { text: string; note?: string } {
  const { delays, parameters } = request.definition;
  const before = use === 'due' ? words.within : words.after;
  if (isPeriod(delay)) return { text: `${before} ${valueWords(delay, request.language)}` };
  const own = delays[delay];
  const name = ownName(delay);
  if (!own) {
    const value = parameters[delay] && inForce(delay, request);
    if (!value) return { text: `${before} ${codeSpan(name)}` };
    const number = valueWords(value.value, request.language);
    return { text: `${before} ${number}${inBrackets([sourceWords(value.source, words)])}`, note: name };
  }
  const expression = own.for ?? own.until ?? own.from ?? '';
  const source = sourceWords(own.source, words);
  const note = `${name}: ${withNumbers(expression, request)}`;
  if (own.for !== undefined) {
    const number = /^=\s*parameters\.(\w+)$/.exec(own.for)?.[1] ?? own.for;
    const value = inForce(number, request)?.value ?? number;
    if (value !== number || isPeriod(number)) {
      const local = localWords(number, request, words);
      const said = [valueWords(value, request.language), local].filter(Boolean).join(', ');
      return { text: `${before} ${said}${inBrackets([source])}`, note: name };
    }
  }
  const point = own.from === undefined ? (use === 'due' ? words.by : words.after) : words.from;
  const numbers = numbersIn(expression, request, words).join(', ');
  const reckoned = own.for === undefined ? point : before;
  return { text: `${reckoned} ${codeSpan(name)}${inBrackets([numbers, source])}`, note };
}

/** An expression with the numbers of the law that are in force in place of their names. */
export function withNumbers(expression: string, request: DrawingRequest): string {
  return expression.replace(/^=\s*/, '').replace(PARAMETER, (written, name: string) => {
    const value = inForce(name, request);
    return value ? valueWords(value.value, request.language) : written;
  });
}

const PARAMETER = /\bparameters\.(\w+)/g;

/** The numbers that an expression reckons with, each once. */
function numbersIn(expression: string, request: DrawingRequest, words: DrawingWords): string[] {
  const numbers = [...expression.matchAll(PARAMETER)].flatMap(([, name = '']) => {
    const value = inForce(name, request);
    const local = localWords(name, request, words);
    return value ? [[valueWords(value.value, request.language), local].filter(Boolean).join(', ')] : [];
  });
  return [...new Set(numbers)];
}

/** What municipalities may decide of a parameter. */
function localWords(name: string, { definition, language }: DrawingRequest, words: DrawingWords): string {
  const local = definition.parameters[name]?.local;
  const [least, most] = [local?.least, local?.most].map(bound =>
    bound === undefined ? undefined : valueWords(bound, language),
  );
  return local ? words.local(least, most) : '';
}

function inForce(
  name: string,
  { definition, day = definition.effective }: DrawingRequest,
): ParameterValue | undefined {
  const values = definition.parameters[name]?.values;
  return values?.find(({ from, until = day }) => from <= day && day <= until) ?? values?.at(-1);
}

function valueWords(value: Json, language: Language): string {
  return typeof value === 'string' && isPeriod(value) ? periodInWords(value)[language] : String(value);
}

function sourceWords(source: string | undefined, { ownChoice }: DrawingWords): string {
  return source !== undefined && isOwnChoice(source) ? ownChoice : (source ?? '');
}

function inBrackets(parts: readonly string[]): string {
  const said = parts.filter(Boolean).join('; ');
  return said && ` (${said})`;
}
