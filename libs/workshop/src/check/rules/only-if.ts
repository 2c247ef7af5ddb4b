import { OnlyIfCompiler, readsOf, schemaType, UndecidableError } from '#journey';
import { astOf } from '../ast-parts.js';
import { type CheckContext } from '../check-context.js';
import { type FormUse, formUses } from '../forms/form-uses.js';
import { leadOf } from '../expression-uses.js';
import { pagesOf } from '../text-needs.js';
import { type Rule } from '../rule.js';

/** A condition of a field that compiles, and the fields of the form that it reads. */
interface FieldCondition extends FormUse {
  readonly field: string;
  readonly reads: readonly { readonly field: string; readonly start: number }[];
}

export const onlyIfUndecidable: Rule = {
  code: 'only-if-undecidable',
  title: 'a form can tell by itself when it asks a field',
  severity: 'error',
  *find(context) {
    for (const { form, text, place, environment } of conditions(context)) {
      const compiled = environment.compile(text);
      if (!compiled.ok || compiled.expression.type.kind !== 'bool') continue;
      const compiler = new OnlyIfCompiler(
        context.environment,
        schemaType(context.definition.forms[form] ?? true),
      );
      try {
        compiler.compile(compiled.expression);
      } catch (error) {
        if (!(error instanceof UndecidableError)) throw error;
        yield {
          place,
          offset: leadOf(text) + error.start,
          message: 'A form cannot tell by itself whether this holds.',
          remedy:
            'Ask has(field), or compare a text, number, day or size(list) of the form with a value; join such with &&, || and !.',
        };
      }
    }
  },
};

export const onlyIfCircle: Rule = {
  code: 'only-if-circle',
  title: 'whether a field is asked does not depend on itself',
  severity: 'error',
  *find(context) {
    const all = conditions(context);
    for (const { form, field, text, place, reads } of all) {
      const readBy = new Map(all.flatMap(each => (each.form === form ? [[each.field, each]] : [])));
      const circle = reads.find(read => leadsTo(field, read.field, readBy));
      if (!circle) continue;
      yield {
        place,
        offset: leadOf(text) + circle.start,
        message:
          circle.field === field
            ? `Whether ${field} is asked depends on ${field} itself.`
            : `Whether ${field} is asked depends on ${circle.field}, which is asked only when ${field} is.`,
        remedy: 'Let the condition read fields that are asked without it.',
      };
    }
  },
};

export const onlyIfLater: Rule = {
  code: 'only-if-later',
  title: 'whether a field is asked depends on its own page and those before it',
  severity: 'error',
  *find(context) {
    for (const { form, field, text, place, reads } of conditions(context)) {
      const pages = pagesOf(context, form);
      const pageOf = (name: string): number => pages.findIndex(page => page.includes(name));
      const later = reads.find(read => pageOf(read.field) > pageOf(field) && pageOf(field) >= 0);
      if (!later) continue;
      yield {
        place,
        offset: leadOf(text) + later.start,
        message: `${later.field} is asked on a later page than ${field}.`,
        remedy: `Ask ${later.field} on the page of ${field} or before it.`,
      };
    }
  },
};

function conditions({ definition, environment }: CheckContext): FieldCondition[] {
  return formUses(definition, environment).flatMap((use): FieldCondition[] => {
    const { field } = use;
    const ast = field !== undefined && use.environment.compile(use.text).ok ? astOf(use.text) : undefined;
    const type = schemaType(definition.forms[use.form] ?? true);
    if (!ast || field === undefined || type.kind !== 'object') return [];
    const reads = readsOf(ast).flatMap(({ path: [name = ''], start }) =>
      Object.hasOwn(type.fields, name) ? [{ field: name, start }] : [],
    );
    return [{ ...use, field, reads }];
  });
}

/** Whether a field is `wanted`, or its condition leads there. */
function leadsTo(
  wanted: string,
  field: string,
  readBy: ReadonlyMap<string, FieldCondition>,
  seen: Set<string> = new Set(),
): boolean {
  if (field === wanted) return true;
  if (seen.has(field)) return false;
  seen.add(field);
  return readBy.get(field)?.reads.some(read => leadsTo(wanted, read.field, readBy, seen)) ?? false;
}
