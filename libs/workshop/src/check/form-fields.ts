import { type Source, type SourcePath, type TaskDefinition } from '#journey';
import { type Field, fieldsOf } from '#schema';
import { type CheckContext } from './check-context.js';
import { usedForms } from './text-needs.js';

/** A field of a form that tasks use, with what they say about it. */
export interface FormField extends Field {
  readonly form: string;
  readonly source: Source;
  readonly at: SourcePath;
  /** The tasks that use the form. */
  readonly tasks: readonly TaskDefinition[];
  /** Every task fills it in beforehand: it is shown, not asked. */
  readonly shown: boolean;
}

/** Every field that participants are asked for, form by form, outer before inner. */
export function formFields(context: CheckContext): FormField[] {
  const { forms, sources } = context.definition;
  return usedForms(context).flatMap(form => {
    const source = sources.forms[form];
    const tasks = context.states.flatMap(({ task }) => (task?.form === form ? [task] : []));
    return fieldsOf(forms[form] ?? {}).flatMap((field): FormField[] => {
      const [first = ''] = field.path;
      const shown = tasks.every(({ prefill }) => Object.hasOwn(prefill, first));
      return source ? [{ ...field, form, source, tasks, shown }] : [];
    });
  });
}

/** What a field says under a keyword, in the first place where it says it. */
export function keyword({ schemas }: Field, name: string): unknown {
  return schemas.find(schema => name in schema)?.[name];
}
