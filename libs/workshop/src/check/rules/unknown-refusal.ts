import { type ASTNode } from '@marcbachmann/cel-js';
import { BY_CODE, didYouMean, pathOf } from '#journey';
import { astOf, astParts } from '../ast-parts.js';
import { leadOf } from '../expression-uses.js';
import { grouped } from '../definition-tree.js';
import { type Rule } from '../rule.js';
import { type CheckContext } from '../check-context.js';

export const unknownRefusal: Rule = {
  code: 'unknown-refusal',
  title: 'a refusal that a condition asks for is one that the service gives',
  severity: 'error',
  *find(context) {
    const asked = grouped(context.transitions, ({ transition: { guard, trigger } }) =>
      trigger.kind === 'refusal' ? guard : undefined,
    );
    for (const [name, { when, source }] of Object.entries(context.definition.conditions)) {
      const known = refusalsAt(context, asked.get(name) ?? []);
      const ast = known.length > 0 ? astOf(when) : undefined;
      if (!ast) continue;
      for (const { code, start } of askedCodes(ast)) {
        if (known.includes(code)) continue;
        const byCode = source === BY_CODE;
        yield {
          place: context.at('conditions', name, ...(byCode ? [] : ['when'])),
          ...(byCode ? { key: true } : { offset: leadOf(when) + start }),
          message: byCode
            ? `The service does not refuse with ${code}.`
            : `No service that ${name} is asked about refuses with ${code}.`,
          remedy: didYouMean(code, known, 'Use a code from the refusals of its contract.'),
        };
      }
    }
  },
};

/** The codes of all services that refuse there. */
function refusalsAt({ catalogue }: CheckContext, transitions: CheckContext['transitions']): string[] {
  const services = transitions.flatMap(({ state, transition: { trigger } }) =>
    trigger.kind === 'refusal' ? (state.invokes[trigger.invoke]?.src ?? []) : [],
  );
  return [...new Set(services)].flatMap(src => Object.keys(catalogue.service(src)?.refusals ?? {}));
}

/** Texts that `refusal.code` is compared with, by `==`, `!=` or `in [...]`. */
export function askedCodes(node: ASTNode): { code: string; start: number }[] {
  const parts = astParts(node);
  const inner = parts.flatMap(askedCodes);
  const asks = parts.some(part => pathOf(part)?.join('.') === 'refusal.code');
  if (!asks || !['==', '!=', 'in'].includes(node.op)) return inner;
  const values = parts.flatMap(part => (part.op === 'list' ? astParts(part) : [part]));
  return [
    ...inner,
    ...values.flatMap(({ op, args, start }) =>
      op === 'value' && typeof args === 'string' ? [{ code: args, start }] : [],
    ),
  ];
}
