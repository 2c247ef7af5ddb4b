import { type ASTNode } from '@marcbachmann/cel-js';
import { pathOf } from '#journey';

/** Names and paths that are certain to be there once an expression has been true, or has been false. */
export interface Assured {
  readonly whenTrue: readonly string[];
  readonly whenFalse: readonly string[];
}

const NOTHING: Assured = { whenTrue: [], whenFalse: [] };

/** What a condition makes certain: `has(a.b) && …` when true, `!has(a) || …` when false. */
export function assuredBy(node: ASTNode): Assured {
  switch (node.op) {
    case '&&':
      return {
        whenTrue: [...assuredBy(node.args[0]).whenTrue, ...assuredBy(node.args[1]).whenTrue],
        whenFalse: [],
      };
    case '||':
      return {
        whenTrue: [],
        whenFalse: [...assuredBy(node.args[0]).whenFalse, ...assuredBy(node.args[1]).whenFalse],
      };
    case '!_': {
      const inner = assuredBy(node.args);
      return { whenTrue: inner.whenFalse, whenFalse: inner.whenTrue };
    }
    case 'call': {
      const [name, args] = node.args;
      const path = name === '_is' && args[0] ? pathOf(args[0]) : undefined;
      // A path that is there has everything on the way to it.
      return path
        ? { whenTrue: path.map((_, index) => path.slice(0, index + 1).join('.')), whenFalse: [] }
        : NOTHING;
    }
    default:
      return NOTHING;
  }
}
