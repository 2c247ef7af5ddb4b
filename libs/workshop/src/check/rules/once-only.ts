import { fieldsOf } from '#schema';
import { type Rule } from '../rule.js';
import { usedForms } from '../text-needs.js';

/**
 * A public authority asks nobody for what a base registry holds (once-only; Regulation (EU) 2018/1724, article 14,
 * for cross-border cases). A field that only looks alike says so in `x-once-only`; a field that every task fills in
 * beforehand is shown, not asked.
 */
export const onceOnly: Rule = {
  code: 'once-only',
  title: 'a task does not ask for what a base registry holds',
  severity: 'error',
  *find(context) {
    const { forms, sources } = context.definition;
    const holders = context.catalogue
      .authorities()
      .flatMap(authority =>
        Object.entries(authority.holds ?? {}).map(([field, held]) => ({ field, held, authority })),
      );
    for (const name of usedForms(context)) {
      const source = sources.forms[name];
      const tasks = context.states.flatMap(({ task }) => (task?.form === name ? [task] : []));
      for (const { path, at, schemas } of fieldsOf(forms[name] ?? {})) {
        const [first = ''] = path;
        const holder = holders.find(({ field }) => field === path.at(-1));
        const shown = tasks.every(task => Object.hasOwn(task.prefill, first));
        if (!source || !holder || shown || schemas.some(schema => typeof schema['x-once-only'] === 'string'))
          continue;
        yield {
          place: { source, path: at },
          key: true,
          message: `${holder.authority.name.en} already holds ${holder.held.name.en}.`,
          remedy: `Ask ${holder.held.service} for it, or say in x-once-only why ${path.join('.')} is something else.`,
        };
      }
    }
  },
};
