import { type ASTNode } from '@marcbachmann/cel-js';
import { astOf, everyPart } from '../ast-parts.js';
import { leadOf } from '../expression-uses.js';
import { type Rule } from '../rule.js';

/** A pattern in an expression may itself be computed, so that nothing can be said of it before it runs. */
export const patternInExpression: Rule = {
  code: 'pattern-in-expression',
  title: 'an expression asks for no pattern',
  severity: 'error',
  *find({ uses }) {
    for (const { text, place } of uses) {
      const ast = astOf(text);
      for (const { start } of ast ? everyPart(ast).filter(searches) : []) {
        yield {
          place,
          offset: leadOf(text) + start,
          message: 'The expression holds a text against a pattern with matches().',
          remedy: 'Put the pattern into the form of the field, or ask startsWith, endsWith or contains.',
        };
      }
    }
  },
};

function searches({ op, args }: ASTNode): boolean {
  return (op === 'rcall' || op === 'call') && args[0] === '_search';
}
