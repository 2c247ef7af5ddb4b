import { nameFirst } from '#journey';
import { formFields } from '../form-fields.js';
import { type Rule } from '../rule.js';
import { meaningOf } from '../same-data.js';

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
    const holders = new Map(
      context.catalogue
        .authorities()
        .flatMap(authority =>
          Object.entries(authority.holds ?? {}).map(
            ([field, held]) => [meaningOf(field), { held, authority }] as const,
          ),
        ),
    );
    for (const { path, at, schemas, shown, source } of formFields(context)) {
      const holder = holders.get(meaningOf(path.at(-1) ?? ''));
      if (!holder || shown || schemas.some(schema => typeof schema['x-once-only'] === 'string')) continue;
      yield {
        place: { source, path: at },
        key: true,
        message: `${nameFirst(holder.authority.name.en)} already holds ${holder.held.name.en}.`,
        remedy: `Ask ${holder.held.service} for it, or say in x-once-only why ${path.join('.')} is something else.`,
      };
    }
  },
};
