import { dateAt, iso, startOfDay, subtractPeriod } from '#calendar';
import { type Instant } from '#statechart';
import { type JourneyContext, type Participant } from '../journey-state.js';
import { type StateDefinition, type TaskDefinition } from '../state-definition.js';
import { type Args, change, holdersOf, type MachineAction, reached } from './compile-actions.js';
import { type DelayCompiler, type DueTime } from './compile-delays.js';

/** What a task adds to its state: its due time is noted on entry and dropped on exit, and a reminder is set. */
export interface TaskParts {
  readonly entry: readonly MachineAction[];
  readonly exit: readonly MachineAction[];
  readonly reminder?: { readonly delay: string; readonly due: DueTime; readonly transition: object };
}

const NONE: TaskParts = { entry: [], exit: [] };

/** Entry and exit actions of a task, and its reminder. */
export function compileTask({ task, path }: StateDefinition, delays: DelayCompiler): TaskParts {
  if (!task) return NONE;
  const due = task.due === undefined ? undefined : delays.dueTime(task.due);
  const open = change(({ context }) => {
    const opened = { since: context.now, ...(due && { due: iso(due(context)) }) };
    return { tasks: { ...context.tasks, [path]: opened } };
  });
  const close = change(({ context }) => {
    const { [path]: _closed, ...tasks } = context.tasks;
    return { tasks };
  });
  const reminder =
    due && task.remind !== undefined ? compileReminder(task, task.remind, path, due) : undefined;
  return { entry: [open], exit: [close], ...(reminder && { reminder }) };
}

function compileReminder(
  task: TaskDefinition,
  before: string,
  path: string,
  due: DueTime,
): TaskParts['reminder'] {
  return {
    delay: `remind ${path}`,
    due: context => reminderTime(due(context), before),
    transition: {
      // A task that is already due sooner than the reminder comes is not worth one.
      guard: ({ context }: Args) => reminderTime(dueOf(context, path), before) > openedAt(context, path),
      actions: {
        type: 'reminder',
        params: ({ context }: Args) => ({
          task: path,
          role: task.role,
          ...reached(holdersToAct(task, context)),
          due: dueOf(context, path),
        }),
      },
    },
  };
}

/** At eight in the morning, that long before the last day on which it may be done. */
function reminderTime(due: Instant, before: string): Instant {
  return startOfDay(subtractPeriod(dateAt(due - 1), before)) + 8 * 3_600_000;
}

/** Everybody in the task's role; for a task that each does once, those who have not yet. */
export function stillToAct(task: TaskDefinition, context: JourneyContext): string[] {
  return holdersToAct(task, context).map(({ person }) => person);
}

function holdersToAct(task: TaskDefinition, context: JourneyContext): readonly Participant[] {
  const holders = holdersOf(context, task.role);
  if (task.each === undefined) return holders;
  const done = (context.facts[task.each] ?? {}) as Record<string, unknown>;
  return holders.filter(({ person }) => !Object.hasOwn(done, person));
}

function dueOf(context: JourneyContext, path: string): Instant {
  return Date.parse(context.tasks[path]?.due ?? '');
}

function openedAt(context: JourneyContext, path: string): Instant {
  return Date.parse(context.tasks[path]?.since ?? '');
}
