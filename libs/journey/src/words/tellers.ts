import { appliedSchemas } from '#schema';
import { type Json } from '#statechart';
import { type Definition } from '../definition.js';
import { type Remembering } from '../expression/environment-of.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { compileTemplate } from '../expression/template.js';
import { everyState } from '../state-index.js';

/**
 * *Taint analysis*, coarser than that of the check and never narrower: by what is remembered, the roles whose secret it may
 * hold. Told by a confidential role, answered about one, marked in a form, or made from any of these.
 */
export function confidentialTellers(
  definition: Definition,
  environment: ExpressionEnvironment,
  rememberings: readonly Remembering[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const { roles, forms, machine } = definition;
  const isConfidential = (role: string): boolean =>
    Object.hasOwn(roles, role) && roles[role]?.confidential === true;
  const marked = new Set(
    Object.keys(forms).filter(name =>
      appliedSchemas(forms[name] ?? {}).some(({ schema }) => schema['x-confidential'] === true),
    ),
  );
  const told = new Map<string, Set<string>>();
  if (marked.size === 0 && !Object.keys(roles).some(isConfidential)) return told;
  const invited = invitedBy();
  for (let changed = true; changed;) {
    changed = rememberings.map(remembering => added(remembering.name, secretsIn(remembering))).some(Boolean);
  }
  return told;

  function secretsIn({ state, transition, value }: Remembering): string[] {
    if (value !== undefined) return behind(value);
    const { trigger } = transition ?? {};
    if (trigger?.kind === 'answer') return behind(state.invokes[trigger.invoke]?.input ?? {});
    const { task } = state;
    if (trigger?.kind !== 'event' || !task) return [];
    return isConfidential(task.role) || marked.has(task.form) ? [task.role] : [];
  }

  /** Whose secrets an expression may read. */
  function behind(template: Json): string[] {
    return readsIn(template, environment).flatMap(path => {
      const [name = ''] = path;
      const as = invited.filter(({ from }) => overlap(from, path)).map(({ role }) => role);
      return [...as, ...(isConfidential(name) ? [name] : []), ...(told.get(name) ?? [])];
    });
  }

  /** *Alias analysis*: what the persons of confidential roles were invited by. */
  function invitedBy(): { readonly role: string; readonly from: readonly string[] }[] {
    const actions = everyState(machine).flatMap(({ entry, exit, transitions }) => [
      ...entry,
      ...exit,
      ...transitions.flatMap(transition => transition.actions),
    ]);
    return actions.flatMap(({ type, params }) => {
      const role = String(params['role']);
      if (type !== 'invite' || !isConfidential(role)) return [];
      return readsIn(params['person'] ?? null, environment).map(from => ({ role, from }));
    });
  }

  function added(name: string, secrets: readonly string[]): boolean {
    const known = told.get(name) ?? new Set();
    const before = known.size;
    for (const role of secrets) known.add(role);
    if (known.size > 0) told.set(name, known);
    return known.size > before;
  }
}

/** The longest paths that the expressions of a template read. */
function readsIn(template: Json, environment: ExpressionEnvironment): (readonly string[])[] {
  const { expressions } = compileTemplate(template, environment);
  return expressions.flatMap(({ expression: { reads } }) => {
    const onTheWay = new Set(reads.map(({ path, start }) => `${start} ${path.slice(0, -1).join('.')}`));
    return reads.flatMap(({ path, start }) => (onTheWay.has(`${start} ${path.join('.')}`) ? [] : [path]));
  });
}

function overlap(one: readonly string[], other: readonly string[]): boolean {
  return one.slice(0, other.length).every((name, index) => name === other[index]);
}
