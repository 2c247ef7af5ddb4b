import {
  type Diagnostic,
  isExpression,
  languageEnvironment,
  placeWords,
  type Source,
  type SourcePath,
  useOwnFunctions,
} from '#journey';
import { type Json } from '#statechart';
import { leadOf } from '../expression-uses.js';
import { everyValue } from './every-value.js';
import { MOST } from './most.js';
import { inDigits, tooLarge } from './too-large.js';

/** Reads an expression only as far as the bounds go. Whatever works on its parts afterwards calls itself for each. */
const bounded = languageEnvironment({ maxAstNodes: MOST.parts, maxDepth: MOST.depth });

/** Limits on expressions before they are compiled. Syntax faults are left to the rules. */
export function expressionBounds(source: Source): Diagnostic[] {
  const found: Diagnostic[] = [];
  let count = 0;
  for (const { value, path } of everyValue(source.value)) {
    if (!isToBeCompiled(value, path)) continue;
    count += 1;
    if (count > MOST.expressions) {
      const message = `${source.file} has more than ${inDigits(MOST.expressions)} expressions.`;
      return [tooLarge(source.file, source.positionOf(path), message, 'Make two journeys of it.')];
    }
    const lead = leadOf(value);
    const beyond = limitMet(value.slice(lead));
    if (beyond !== undefined) {
      const message = `${placeWords(path)} has more than ${MOST.parts} parts, or more than ${MOST.depth} within each other.`;
      const remedy = 'Make several conditions of it, each with a name.';
      const at = source.positionInside(path, lead + beyond);
      found.push(tooLarge(source.file, at, message, remedy));
    }
  }
  return found;
}

/** What conditions and delays say is compiled with its `=` and without. */
function isToBeCompiled(value: Json, [first]: SourcePath): value is string {
  return isExpression(value) || (typeof value === 'string' && (first === 'conditions' || first === 'delays'));
}

/** Characters up to where a bound is met. */
function limitMet(expression: string): number | undefined {
  try {
    bounded.parse(useOwnFunctions(expression));
    return undefined;
  } catch (error) {
    const { code, range } = error as { code?: string; range?: { start: number } };
    return code === 'limit_exceeded' ? (range?.start ?? 0) : undefined;
  }
}
