import { type CheckContext } from './check-context.js';
import { expressionsIn } from './expression-uses.js';

/** Taint analysis: names under which something is remembered that participants have said, or that was worked out from it. */
export function factsSaid(context: CheckContext): ReadonlySet<string> {
  const { rememberings, environment } = context;
  const said = new Set<string>();
  for (let size = -1; size !== said.size;) {
    size = said.size;
    for (const { name, value, transition } of rememberings) {
      const reads = expressionsIn(value, context.at()).flatMap(({ text }) => {
        const compiled = environment.compile(text);
        return compiled.ok ? compiled.expression.reads.map(({ path }) => String(path[0])) : [];
      });
      const own = value === undefined && transition?.trigger.kind === 'event';
      if (own || reads.some(root => said.has(root))) said.add(name);
    }
  }
  return said;
}
