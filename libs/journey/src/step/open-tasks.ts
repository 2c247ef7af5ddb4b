import { dateAt } from '#calendar';
import { propertiesOf, type JsonSchema } from '#schema';
import { type Instant, type Json } from '#statechart';
import { stillToAct } from '../compile/compile-tasks.js';
import { type CompiledTask, filled, type Templates } from '../compile/compiled-task.js';
import { type CompiledForm } from '../form/compiled-form.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { type JourneyContext, type PersonId } from '../journey-state.js';
import { type Definition } from '../definition.js';
import { isRecord } from '../read/cursor.js';
import { type TaskKind } from '../state-definition.js';
import { type Choice, chosenData, offeredChoices } from './choices.js';

/** A task that is open now. */
export interface OpenTask {
  /** Path of its state. */
  readonly task: string;
  readonly role: string;
  /** Name of the form. */
  readonly form: string;
  /** What the form asks for as things stand: JSON Schema that a submission must fit. */
  readonly schema: JsonSchema;
  readonly since: Instant;
  readonly due?: Instant;
  /** What may be sent, in the order written; `data` says whether the form's data goes with it. */
  readonly events: readonly { readonly event: string; readonly data: boolean }[];
  /** Who still has to act: everybody in the role, or those of `each` who have not yet. */
  readonly persons: readonly PersonId[];
  /** Values to begin the form with, by field; what is not known yet is left out. */
  readonly prefill: Readonly<Record<string, Json>>;
  readonly kind: TaskKind;
  /** What it is about, by the name of its label; what is not known yet is left out. */
  readonly shows: Readonly<Record<string, Json>>;
  /** What the placeholders of its texts stand for; what is not known yet is left out. */
  readonly with: Readonly<Record<string, Json>>;
  /** What may be chosen, by field. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  /** Key of the text that says what happens if nothing is done. */
  readonly ifNothing?: string;
}

interface Parts {
  readonly definition: Pick<Definition, 'takes'>;
  readonly environment: ExpressionEnvironment;
  readonly tasks: ReadonlyMap<string, CompiledTask>;
  readonly forms: ReadonlyMap<string, CompiledForm>;
}

/** The open tasks among the active states. */
export function openTasks(
  { definition: { takes }, environment, tasks, forms }: Parts,
  context: JourneyContext,
  active: readonly string[],
): OpenTask[] {
  const scope = environment.scope(context);
  return active.flatMap(path => {
    const compiled = tasks.get(path);
    if (!compiled) return [];
    const { task, events } = compiled;
    const schema = forms.get(task.form)?.at(scope).schema ?? true;
    const { since, due } = context.tasks[path] ?? { since: context.now };
    return [
      {
        task: path,
        role: task.role,
        form: task.form,
        schema,
        since: Date.parse(since),
        ...(due !== undefined && { due: Date.parse(due) }),
        events: events.map(({ event, data }) => ({ event, data })),
        persons: stillToAct(task, context),
        prefill: {
          ...(task.form === takes && givenTo(context, schema)),
          ...filled(askedIn(schema, compiled), scope),
        },
        kind: task.kind,
        shows: filled(compiled.shows, scope),
        with: {
          // Due is the instant after the last on which it may be done.
          ...(due !== undefined && { lastDay: dateAt(Date.parse(due) - 1) }),
          ...filled(compiled.with, scope),
        },
        choices: offeredChoices(compiled.choices, scope),
        ...(task.ifNothing !== undefined && { ifNothing: task.ifNothing }),
      },
    ];
  });
}

/** What the journey was given at its start, for the form that says what it takes; without fields that are not asked now. */
function givenTo({ facts: { given } }: JourneyContext, schema: JsonSchema): Record<string, Json> {
  const asked = propertiesOf(schema);
  const fields = Object.entries(isRecord(given) ? given : {});
  return Object.fromEntries(fields.filter(([name]) => Object.hasOwn(asked, name)));
}

/** Data with all that a task offers: what it is filled in with, and each choice. */
export function offeredData({ schema, prefill, choices }: OpenTask): Json[] {
  const chosen = Object.entries(choices).flatMap(([field, offered]) =>
    offered.map(({ value }) => chosenData(schema, field, value)),
  );
  return [prefill, ...chosen];
}

/** Without fields that are not asked as things stand, whatever is filled in. */
function askedIn(schema: JsonSchema, { prefill, conditional }: CompiledTask): Templates {
  if (conditional.length === 0) return prefill;
  const asked = propertiesOf(schema);
  return prefill.filter(([name]) => !conditional.includes(name) || Object.hasOwn(asked, name));
}
