import { formFields } from '../form-fields.js';
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
      const tasks = context.states.flatMap(({ task }) => (task?.form === name ? [task] : []));
      const roles = [...new Set(tasks.map(({ role }) => role))];
      for (const { path, at, schema } of formFields(forms[name] ?? {})) {
        const [field = ''] = path;
        const source = sources.forms[name];
        // A box to tick is a statement, made anew each time.
        if (path.length > 1 || schema['type'] === 'boolean' || !source) continue;
        const key = (role: string): string => [role, field, schema['type'], schema['format']].join(' ');
        const earlier = roles
          .map(role => asked.get(key(role)))
          .find(form => form !== undefined && form !== name);
        roles.forEach(role => asked.set(key(role), asked.get(key(role)) ?? name));
        const shown = tasks.every(task => Object.hasOwn(task.prefill, field));
        if (earlier === undefined || shown || typeof schema['x-once-only'] === 'string') continue;
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
