import { type ASTNode } from '@marcbachmann/cel-js';
import { pathOf } from './has-path.js';

/** One name an expression looks at, e.g. `move.partner`. */
export interface Read {
  readonly path: readonly string[];
  /** Asked with `has(…)` before, reached with `.?`, or itself the question. */
  readonly guarded: boolean;
  /** Characters from the start of the expression. */
  readonly start: number;
  readonly end: number;
}

/** Paths known to be there at a point of an expression. */
type Known = ReadonlySet<string>;

/** Type narrowing: paths known to be there once an expression was true, and once it was false. */
export interface Narrowing {
  readonly whenTrue: Known;
  readonly whenFalse: Known;
}

const NOTHING: Known = new Set();

/**
 * Use analysis: every name that an expression reads, and whether it is guarded by a presence check. Follows CEL's
 * short circuits: `has(a.b) && a.b > 1`, `!has(a.b) || a.b > 1`, `has(a.b) ? a.b : 0`.
 */
export function readsOf(ast: ASTNode): Read[] {
  const reads: Read[] = [];
  visit(ast, NOTHING, new Set(), reads);
  return reads;
}

/** What a condition makes certain: `has(a.b) && …` when true, `!has(a) || …` when false. */
export function narrowingOf(ast: ASTNode): Narrowing {
  return visit(ast, NOTHING, new Set(), []);
}

function visit(node: ASTNode, known: Known, bound: Known, reads: Read[]): Narrowing {
  const same: Narrowing = { whenTrue: known, whenFalse: known };
  switch (node.op) {
    case '&&': {
      const left = visit(node.args[0], known, bound, reads);
      const right = visit(node.args[1], left.whenTrue, bound, reads);
      return { whenTrue: right.whenTrue, whenFalse: known };
    }
    case '||': {
      const left = visit(node.args[0], known, bound, reads);
      const right = visit(node.args[1], left.whenFalse, bound, reads);
      return { whenTrue: known, whenFalse: right.whenFalse };
    }
    case '!_': {
      const inner = visit(node.args, known, bound, reads);
      return { whenTrue: inner.whenFalse, whenFalse: inner.whenTrue };
    }
    case '?:': {
      const [condition, yes, no] = node.args;
      const asked = visit(condition, known, bound, reads);
      visit(yes, asked.whenTrue, bound, reads);
      visit(no, asked.whenFalse, bound, reads);
      return same;
    }
    case 'id':
    case '.':
    case '.?':
      visitPath(node, known, bound, reads);
      return same;
    case 'call':
      return visitCall(node, node.args[0], node.args[1], known, bound, reads);
    case 'rcall': {
      const [name, receiver, args] = node.args;
      visit(receiver, known, bound, reads);
      const variable = args[0];
      // all, exists, map …: the first argument names the variable the others use.
      if (isComprehension(name) && variable?.op === 'id') {
        const inside = new Set([...bound, variable.args]);
        for (const arg of args.slice(1)) visit(arg, known, inside, reads);
      } else if (name === 'bind' && variable?.op === 'id' && args.length === 3) {
        visit(args[1] as ASTNode, known, bound, reads);
        visit(args[2] as ASTNode, known, new Set([...bound, variable.args]), reads);
      } else {
        for (const arg of args) visit(arg, known, bound, reads);
      }
      return same;
    }
    default:
      for (const part of childrenOf(node)) visit(part, known, bound, reads);
      return same;
  }
}

function visitCall(
  node: ASTNode,
  name: string,
  args: readonly ASTNode[],
  known: Known,
  bound: Known,
  reads: Read[],
): Narrowing {
  const asked = name === '_is' && args[0] ? pathOf(args[0]) : undefined;
  if (!asked) {
    for (const arg of args) visit(arg, known, bound, reads);
    return { whenTrue: known, whenFalse: known };
  }
  if (!bound.has(asked[0] as string)) {
    reads.push({ path: asked, guarded: true, start: node.start, end: node.end });
  }
  // A path that is there has all its ancestors.
  const ancestors = asked.map((_, index) => asked.slice(0, index + 1).join('.'));
  return { whenTrue: new Set([...known, ...ancestors]), whenFalse: known };
}

function visitPath(node: ASTNode, known: Known, bound: Known, reads: Read[]): void {
  const path = pathOf(node);
  if (!path) {
    for (const part of childrenOf(node)) visit(part, known, bound, reads);
    return;
  }
  if (bound.has(path[0] as string) || path[0] === 'cel' || path[0] === 'optional') return;
  const soft = softFrom(node, path.length);
  for (let length = 1; length <= path.length; length++) {
    const part = path.slice(0, length);
    const guarded = length > soft || known.has(part.join('.'));
    // Each step on the way is a read of its own: any of them may be what is missing.
    reads.push({ path: part, guarded, start: node.start, end: node.end });
  }
}

/** How many names of the path come before the first `.?`. */
export function softFrom(node: ASTNode, length: number): number {
  let soft = length;
  let at: ASTNode = node;
  for (let position = length - 1; at.op === '.' || at.op === '.?'; position--) {
    if (at.op === '.?') soft = position;
    at = at.args[0];
  }
  return soft;
}

function isComprehension(name: string): boolean {
  return ['all', 'exists', 'exists_one', 'map', 'filter'].includes(name);
}

export function childrenOf(node: ASTNode): ASTNode[] {
  const found: ASTNode[] = [];
  const collect = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(collect);
    else if (typeof part === 'object' && part !== null && 'op' in part && 'start' in part) {
      found.push(part as ASTNode);
    }
  };
  collect(node.args);
  return found;
}
