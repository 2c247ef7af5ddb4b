import { type ASTNode } from '@marcbachmann/cel-js';
import { astOf, astParts } from '../ast-parts.js';
import { leadOf } from '../expression-uses.js';
import { type Rule } from '../rule.js';

/** Each goes through its list once for every member of the lists around it; what is bound may double all that is in it. */
const LOOPS = ['all', 'exists', 'exists_one', 'map', 'filter', 'bind'];
const MOST = 2;

export const loopsInLoops: Rule = {
  code: 'loops-in-loops',
  title: 'an expression goes through a list within a list at most',
  severity: 'error',
  *find({ uses }) {
    for (const { text, place } of uses) {
      const ast = astOf(text);
      const beyond = ast && deeperThan(ast, MOST);
      if (!beyond) continue;
      yield {
        place,
        offset: leadOf(text) + beyond.start,
        message: `The expression goes through lists within lists, more than ${MOST} deep.`,
        remedy: 'Remember what the inner one finds first, and go through that.',
      };
    }
  },
};

/** The first loop that stands in that many others. What a loop goes through is not within it. */
function deeperThan(node: ASTNode, most: number): ASTNode | undefined {
  const isLoop = node.op === 'rcall' && LOOPS.includes(node.args[0]);
  if (isLoop && most === 0) return node;
  const receiver = isLoop ? node.args[1] : undefined;
  for (const part of astParts(node)) {
    const found = deeperThan(part, isLoop && part !== receiver ? most - 1 : most);
    if (found) return found;
  }
  return undefined;
}
