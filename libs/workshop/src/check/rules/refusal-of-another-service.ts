import { type ASTNode } from '@marcbachmann/cel-js';
import { astOf, astParts } from '../ast-parts.js';
import { type CheckContext } from '../check-context.js';
import { type Rule } from '../rule.js';
import { askedCodes } from './unknown-refusal.js';

export const refusalOfAnotherService: Rule = {
  code: 'refusal-of-another-service',
  title: 'a branch of a refusal asks for a code that this very service gives',
  severity: 'error',
  *find(context) {
    const branches = context.transitions.flatMap(({ state, transition: { guard, trigger, at } }) =>
      guard !== undefined && trigger.kind === 'refusal'
        ? [{ guard, at, known: refusalsOf(context, state.invokes[trigger.invoke]?.src) }]
        : [],
    );
    for (const { guard, at, known } of branches) {
      const ast = astOf(context.definition.conditions[guard]?.when ?? '');
      if (!ast || !known || mayHold(ast, known.codes)) continue;
      const asked = askedCodes(ast).map(({ code }) => code);
      const others = branches.flatMap(other => (other.guard === guard ? (other.known?.codes ?? []) : []));
      // A code that none of them gives is an unknown refusal.
      if (others.length > 0 && !asked.some(code => others.includes(code))) continue;
      yield {
        place: context.at(...at, 'guard'),
        message: `${known.service} never refuses with ${asked.join(' or ')}, so that this branch is never taken.`,
        remedy:
          known.codes.length > 0
            ? `Ask for one of ${known.codes.join(', ')}, or take the branch out.`
            : 'Take the branch out.',
      };
    }
  },
};

function refusalsOf(
  { catalogue }: CheckContext,
  src = '',
): { readonly service: string; readonly codes: readonly string[] } | undefined {
  const contract = catalogue.service(src);
  return contract && { service: src, codes: Object.keys(contract.refusals) };
}

/** Abstract interpretation: whether an expression may be true when a service refuses with these codes alone. */
function mayHold(node: ASTNode, codes: readonly string[]): boolean {
  const parts = astParts(node);
  if (node.op === '&&') return parts.every(part => mayHold(part, codes));
  if (node.op === '||') return parts.some(part => mayHold(part, codes));
  if (node.op !== '==' && node.op !== 'in') return true;
  const asked = askedCodes(node);
  return asked.length === 0 || asked.some(({ code }) => codes.includes(code));
}
