import { type ASTNode } from '@marcbachmann/cel-js';

/** The part of cel-js's checker and evaluator that a macro is handed. */
interface Checker {
  check(node: ASTNode, context: Variables): { readonly name: string };
  getType(name: string): { readonly name: string };
  createError(code: string, message: string, node: ASTNode): Error;
}
interface Variables {
  getValue(name: string): unknown;
}
export interface Macro {
  typeCheck(checker: Checker, macro: Macro, context: Variables): { readonly name: string };
  evaluate(
    evaluator: { run(node: ASTNode, context: Variables): unknown },
    macro: Macro,
    context: Variables,
  ): unknown;
  async: boolean;
}

/** The names of `a.b.c`, or undefined when the node is something else. */
export function pathOf(node: ASTNode): string[] | undefined {
  const names: string[] = [];
  let at = node;
  while (at.op === '.' || at.op === '.?') {
    names.unshift(at.args[1]);
    at = at.args[0];
  }
  if (at.op !== 'id') return undefined;
  return [at.args, ...names];
}

/**
 * `has(partner)`, `has(move.partner)`: whether everything along the path is there. CEL's own macro refuses a bare
 * name and fails when something before the last part is missing; in a journey "not yet known" is simply not there.
 */
export function hasPath(node: ASTNode): Macro {
  const path = pathOf(node);
  return {
    async: false,
    typeCheck(checker, _macro, context) {
      if (!path) {
        throw checker.createError(
          'invalid_macro_argument',
          'has() asks for a name, e.g. has(move.partner)',
          node,
        );
      }
      checker.check(node, context);
      return checker.getType('bool');
    },
    evaluate(_evaluator, _macro, context) {
      const [first = '', ...rest] = path ?? [];
      return isThere(context.getValue(first), rest);
    },
  };
}

/** Whether everything along a path from a value is there. */
export function isThere(value: unknown, path: readonly string[]): boolean {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return false;
    at = (at as Record<string, unknown>)[name];
  }
  return at !== undefined;
}
