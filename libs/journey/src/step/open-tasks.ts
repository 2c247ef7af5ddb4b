import { type Instant, type Json } from '#statechart';
import { stillToAct } from '../compile/compile-tasks.js';
import { type CompiledTask } from '../compile/compiled-task.js';
import { type ExpressionEnvironment } from '../expression/expression-environment.js';
import { ExpressionError } from '../expression/expression.js';
import { type JourneyContext, type PersonId } from '../journey-state.js';

/** A task that is open now. */
export interface OpenTask {
  /** Path of its state. */
  readonly task: string;
  readonly role: string;
  /** Name of the form. */
  readonly form: string;
  readonly since: Instant;
  readonly due?: Instant;
  /** What may be sent, in the order written; `data` says whether the form's data goes with it. */
  readonly events: readonly { readonly event: string; readonly data: boolean }[];
  /** Who still has to act: everybody in the role, or those of `each` who have not yet. */
  readonly persons: readonly PersonId[];
  /** Values to begin the form with, by field; what is not known yet is left out. */
  readonly prefill: Readonly<Record<string, Json>>;
}

interface Parts {
  readonly environment: ExpressionEnvironment;
  readonly tasks: ReadonlyMap<string, CompiledTask>;
}

/** The open tasks among the active states. */
export function openTasks(
  { environment, tasks }: Parts,
  context: JourneyContext,
  active: readonly string[],
): OpenTask[] {
  return active.flatMap(path => {
    const compiled = tasks.get(path);
    if (!compiled) return [];
    const { task, events } = compiled;
    const { since, due } = context.tasks[path] ?? { since: context.now };
    return [
      {
        task: path,
        role: task.role,
        form: task.form,
        since: Date.parse(since),
        ...(due !== undefined && { due: Date.parse(due) }),
        events: events.map(({ event, data }) => ({ event, data })),
        persons: stillToAct(task, context),
        prefill: prefillOf(compiled, environment, context),
      },
    ];
  });
}

function prefillOf(
  { prefill }: CompiledTask,
  environment: ExpressionEnvironment,
  context: JourneyContext,
): Record<string, Json> {
  const filled: Record<string, Json> = {};
  const scope = environment.scope(context);
  for (const [field, template] of prefill) {
    try {
      const value = template.fill(scope);
      if (value !== undefined) filled[field] = value;
    } catch (error) {
      // Prefilling is a courtesy: a field that cannot be known yet stays empty.
      if (!(error instanceof ExpressionError)) throw error;
    }
  }
  return filled;
}
