import { type CheckContext } from '../check-context.js';
import { type FormField, formFields, keyword } from '../form-fields.js';
import { type Rule } from '../rule.js';

/** Special categories of personal data (GDPR, article 9) among the categories of forms. */
const SENSITIVE: readonly unknown[] = ['health', 'religion'];

/** Data minimisation (GDPR, article 5(1)(c)): what is most private is not asked for when nothing comes of it. */
export const unreadField: Rule = {
  code: 'unread-field',
  title: 'sensitive data that is asked for is needed',
  severity: 'error',
  *find(context) {
    const fields = formFields(context).filter(field => SENSITIVE.includes(keyword(field, 'x-category')));
    const reads = fields.length > 0 ? pathsRead(context) : [];
    for (const field of fields) {
      const names = rememberedFrom(context, field);
      const isRead = reads.some(
        ([name = '', ...path]) =>
          names.has(name) && field.path.every((step, depth) => (path[depth] ?? step) === step),
      );
      if (field.shown || isRead) continue;
      yield {
        place: { source: field.source, path: field.at },
        key: true,
        message: `The form ${field.form} asks for ${field.path.join('.')}, which is sensitive, and nothing in the journey reads it.`,
        remedy: 'Take it out of the form, or use it where it was meant.',
      };
    }
  },
};

/** Every path that an expression of the journey reads. */
function pathsRead({ uses }: CheckContext): (readonly string[])[] {
  return uses.flatMap(({ text, environment }) => {
    const compiled = environment.compile(text);
    if (!compiled.ok) return [];
    const paths = compiled.expression.reads.map(({ path }) => path);
    // What is read on the way to a part is not the whole.
    return paths.filter(
      path =>
        !paths.some(other => other.length > path.length && path.every((step, at) => other[at] === step)),
    );
  });
}

/** The names under which what a form gives is remembered. */
function rememberedFrom({ rememberings }: CheckContext, { form }: FormField): Set<string> {
  return new Set(
    rememberings.flatMap(({ name, state, transition, value }) =>
      state.task?.form === form && transition?.trigger.kind === 'event' && value === undefined ? [name] : [],
    ),
  );
}
