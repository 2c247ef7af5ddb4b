import { type CompiledJourney, type JourneyState } from '#journey';
import { type Instant, type Stimulus } from '#statechart';
import { InvariantError } from '../errors.js';
import { type JourneyRecord, JourneyStatus } from '../journey-record.js';
import { type Decision } from './decision.js';

/** What the journal says of a stimulus, and what the stimulus consumes. */
export type StepContext = Pick<Decision, 'entry' | 'elapsed' | 'draftsCleared' | 'between'>;

/**
 * Advances the machine by one stimulus. A machine that fails holds the journey and keeps the stimulus (decisions/0002); a held
 * journey keeps it too.
 */
export function step(
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
  stimulus: Stimulus,
  about: StepContext,
): Decision {
  const { entry } = about;
  if (record.status === JourneyStatus.held) {
    return { ...about, ...journalOnly(record, { ...entry, kind: 'waiting' }) };
  }
  try {
    const { state: chart, effects, walked } = compiled.step(record.state.chart, stimulus, at);
    return {
      status: statusOf(chart),
      state: { chart },
      effects,
      ...about,
      entry: entry.kind === 'reported' ? takenBy(entry, walked, compiled) : entry,
    };
  } catch (error) {
    const { code, message } = faultOf(error);
    const detail = { ...(entry.detail as object), error: { code, message } };
    const held = { ...entry, kind: 'held' as const, subject: `${entry.kind} ${entry.subject}`, detail };
    return { ...about, ...journalOnly(record, held), status: JourneyStatus.held, fault: { code, message } };
  }
}

/** What a report is about is the state that took it, of all that listened. */
function takenBy(
  { state: _listened, ...entry }: Decision['entry'],
  walked: readonly string[],
  compiled: CompiledJourney,
): Decision['entry'] {
  const state = compiled.takerOf(entry.subject, walked);
  return { ...entry, ...(state !== undefined && { state }) };
}

/** Decision that changes no state: only the journal grows. */
export function journalOnly(record: JourneyRecord, entry: Decision['entry']): Decision {
  return { status: record.status, state: record.state, effects: [], entry };
}

/**
 * Journey status of a chart.
 *
 * @throws InvariantError for a machine that ended in an error no state handled
 */
export function statusOf(chart: JourneyState): JourneyStatus {
  if (chart.status === 'active') return JourneyStatus.active;
  if (chart.status === 'done') return JourneyStatus.done;
  throw new InvariantError(
    'chart-failed',
    `the machine ended in an error that no state handles: ${JSON.stringify(chart.error ?? null)}`,
  );
}

/** Error of a machine, without content. */
export function faultOf(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: 'failed', message: String(error) };
  return { code: 'code' in error ? String(error.code) : error.name, message: error.message };
}
