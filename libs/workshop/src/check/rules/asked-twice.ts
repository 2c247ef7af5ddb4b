import { fieldsOf } from '#schema';
import { type Rule } from '../rule.js';
import { usedForms } from '../text-needs.js';

export const askedTwice: Rule = {
  code: 'asked-twice',
  title: 'a person is not asked again for what the journey knows',
  severity: 'warning',
  *find(context) {
    const { forms, sources } = context.definition;
    const asked = new Map<string, string>();
    for (const name of usedForms(context)) {
      const tasks = (context.statesByForm.get(name) ?? []).flatMap(({ task }) => task ?? []);
      const roles = [...new Set(tasks.map(({ role }) => role))];
      for (const { path, at, schemas } of fieldsOf(forms[name] ?? {})) {
        const [field = ''] = path;
        const source = sources.forms[name];
        const [type, format] = ['type', 'format'].map(
          keyword => schemas.find(schema => keyword in schema)?.[keyword],
        );
        // A box to tick is a statement, made anew each time.
        if (path.length > 1 || type === 'boolean' || !source) continue;
        const key = (role: string): string => [role, field, type, format].join(' ');
        const earlier = roles
          .map(role => asked.get(key(role)))
          .find(form => form !== undefined && form !== name);
        roles.forEach(role => asked.set(key(role), asked.get(key(role)) ?? name));
        const shown = tasks.every(task => Object.hasOwn(task.prefill, field));
        if (
          earlier === undefined ||
          shown ||
          schemas.some(schema => typeof schema['x-once-only'] === 'string')
        )
          continue;
        yield {
          place: { source, path: at },
          key: true,
          message: `${field} was asked of the same role in the form ${earlier}.`,
          remedy: `Prefill it from what was remembered, or say in x-once-only why it is something else.`,
        };
      }
    }
  },
};
