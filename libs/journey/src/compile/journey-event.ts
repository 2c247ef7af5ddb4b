import { type ChartEvent, type Json } from '#statechart';
import { type PersonId } from '../journey-state.js';

/**
 * Event type of a participant's event: it names the task, so that two tasks
 * that are open at once and offer the same event never take each other's.
 */
export function taskEventType(task: string, event: string): string {
  return `${event}@${task}`;
}

/** A participant's event on a task. */
export function taskEvent(task: string, event: string, by: PersonId, data: Json): ChartEvent {
  return { type: taskEventType(task, event), data, by };
}

/** What an event carries: a form's data, a report's, an answer or a refusal. */
export function dataOf(event: ChartEvent): Json | undefined {
  return event.data ?? event.output ?? event.error;
}
