import { type ASTNode } from '@marcbachmann/cel-js';
import { astOf, astParts } from '../ast-parts.js';
import { leadOf } from '../expression-uses.js';
import { type Rule } from '../rule.js';

/** Numbers that say whether there is one and not how much the law allows. */
const STRUCTURAL = [0, 1];

/**
 * Amounts and days of the law belong to `parameters.yaml`, dated and with their source. A literal in `after`, `due`
 * and `remind` is allowed: it says how long the service keeps a task open, which no law decides. Where a law does,
 * a declared delay reads the parameter.
 */
export const literalValue: Rule = {
  code: 'literal-value',
  title: 'numbers, periods and dates in conditions, delays and fees are parameters',
  severity: 'error',
  *find(context) {
    for (const { purpose, text, place } of context.uses) {
      // For how many members of a list there is room is no number of the law.
      if (place.path.at(-1) === 'most') continue;
      const ast = ['condition', 'point', 'period', 'fee'].includes(purpose) ? astOf(text) : undefined;
      for (const { start, words } of ast ? literals(ast) : []) {
        yield {
          place,
          offset: leadOf(text) + start,
          message: `${words} stands in the rule itself.`,
          remedy: 'Make it a parameter with its dates, source and confidence, and read parameters.<name>.',
        };
      }
    }
  },
};

function literals(node: ASTNode): { start: number; words: string }[] {
  const { op, args, start } = node;
  if (op === 'value' && (typeof args === 'number' || typeof args === 'bigint')) {
    return STRUCTURAL.includes(Number(args)) ? [] : [{ start, words: `The number ${args}` }];
  }
  if (op === 'call' && ['date', 'period', 'duration', 'timestamp'].includes(args[0])) {
    const [given] = args[1];
    if (given?.op === 'value') return [{ start: given.start, words: `The ${args[0]} ${String(given.args)}` }];
  }
  // Which member of a list is meant: each of many is read by its place.
  const parts = op === '[]' || op === '[?]' ? [args[0]] : astParts(node);
  return parts.flatMap(literals);
}
