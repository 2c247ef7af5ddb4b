import { ChartError, type Instant } from '#statechart';
import { type CompiledJourney } from '../compile/compiled-journey.js';
import { type Reader } from '../words/person-names.js';
import { type OpenTask } from './open-tasks.js';

/**
 * *Dry run*: ids of the services that are asked at once when somebody sends an event of a task. Of one that carries data, or is not possible as
 * things stand, those that may be.
 */
export function askedAtOnce(
  compiled: CompiledJourney,
  { person, state }: Reader,
  task: string,
  { event, data }: Pick<OpenTask['events'][number], 'event' | 'data'>,
  at: Instant,
): readonly string[] {
  const possible = compiled.askedAfter(task, event);
  if (data || possible.length === 0) return possible;
  try {
    const accepted = compiled.accept(state, { person, task, event }, at);
    if (accepted.kind === 'refused') return possible;
    const { effects } = compiled.step(state, accepted.stimulus, at);
    const asked = new Set(effects.flatMap(effect => (effect.type === 'dispatch' ? effect.service : [])));
    return possible.filter(service => asked.has(service));
  } catch (error) {
    // Whoever reads of a task is not the one to hear that it would fail.
    if (error instanceof ChartError) return possible;
    throw error;
  }
}
