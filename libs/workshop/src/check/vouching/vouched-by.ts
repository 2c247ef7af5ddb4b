import { type ASTNode } from '@marcbachmann/cel-js';
import { pathOf } from '#journey';
import { personSources, type PersonSource, type PersonVariables } from './person-sources.js';

/** Who is known not to be a stranger once a condition has been true, or has been false. */
export interface VouchedBy {
  readonly whenTrue: readonly PersonSource[];
  readonly whenFalse: readonly PersonSource[];
}

const NOBODY: VouchedBy = { whenTrue: [], whenFalse: [] };

/**
 * Taint sanitizer: whom a condition vouches for. It finds somebody among those that a register has named (`x == family.spouse`, `x in pupils`,
 * `move.children.all(x, …)`), or finds that nobody has been named at all (`!has(move.partner)`).
 *
 * @param registered whether what a source holds was given by a register or is the applicant
 */
export function vouchedBy(
  node: ASTNode,
  registered: (source: PersonSource) => boolean,
  variables: PersonVariables = new Map(),
): VouchedBy {
  const inside = (part: ASTNode, bound = variables): VouchedBy => vouchedBy(part, registered, bound);
  switch (node.op) {
    case '&&':
    case '||': {
      const [one, other] = [inside(node.args[0]), inside(node.args[1])];
      const every = {
        whenTrue: union(one.whenTrue, other.whenTrue),
        whenFalse: common(one.whenFalse, other.whenFalse),
      };
      const some = {
        whenTrue: common(one.whenTrue, other.whenTrue),
        whenFalse: union(one.whenFalse, other.whenFalse),
      };
      return node.op === '&&' ? every : some;
    }
    case '!_': {
      const { whenTrue, whenFalse } = inside(node.args);
      return { whenTrue: whenFalse, whenFalse: whenTrue };
    }
    case '==':
    case '!=':
    case 'in': {
      const [left, right] = node.args;
      const found = [...matched(left, right), ...(node.op === 'in' ? [] : matched(right, left))];
      return node.op === '!=' ? { whenTrue: [], whenFalse: found } : { whenTrue: found, whenFalse: [] };
    }
    case 'call': {
      const [name, args] = node.args;
      const asked = name === '_is' && args[0] ? pathOf(args[0]) : undefined;
      return asked ? { whenTrue: [], whenFalse: [asked] } : NOBODY;
    }
    case 'rcall': {
      const [name, receiver, args] = node.args;
      const [variable, condition] = args;
      if ((name !== 'all' && name !== 'exists') || variable?.op !== 'id' || !condition) return NOBODY;
      const item = variable.args;
      const sources = personSources(receiver, variables);
      const each = inside(condition, new Map([...variables, [item, sources]]));
      const beside = (found: readonly PersonSource[]): readonly PersonSource[] =>
        found.filter(([first]) => first !== item);
      const every = (found: readonly PersonSource[]): readonly PersonSource[] => {
        const whole = pathOf(receiver);
        return whole
          ? found.flatMap(([first, ...rest]) => (first === item ? [[...whole, ...rest]] : []))
          : [];
      };
      return name === 'all'
        ? { whenTrue: every(each.whenTrue), whenFalse: [] }
        : { whenTrue: beside(each.whenTrue), whenFalse: every(each.whenFalse) };
    }
    default:
      return NOBODY;
  }

  function matched(who: ASTNode, among: ASTNode): readonly PersonSource[] {
    const path = pathOf(who);
    const sources = personSources(among, variables);
    return path && sources.length > 0 && sources.every(registered) ? [path] : [];
  }
}

function union(one: readonly PersonSource[], other: readonly PersonSource[]): readonly PersonSource[] {
  return [...one, ...other];
}

function common(one: readonly PersonSource[], other: readonly PersonSource[]): readonly PersonSource[] {
  return one.filter(source => other.some(each => each.join('.') === source.join('.')));
}
