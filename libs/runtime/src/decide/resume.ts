import { type CompiledJourney, type JourneyEffect } from '#journey';
import { type Instant, type Stimulus } from '#statechart';
import { RequestError } from '../errors.js';
import { type JournalEntry, type JourneyRecord, JourneyStatus } from '../journey-record.js';
import { type Decision } from './decision.js';
import { faultOf, statusOf } from './step.js';

/**
 * Replay after a fault: gives a held journey everything it was held on and that arrived since, in order, in one decision.
 *
 * @param by `ops:<subject>`
 * @throws RequestError `not-settleable`; `journey-held` when the machine fails again: it stays held, and ops are told by what
 */
export function decideResume(
  by: string,
  journal: readonly JournalEntry[],
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
): Decision {
  if (record.status !== JourneyStatus.held) {
    throw new RequestError(
      'not-settleable',
      `journey ${record.id} is ${record.status}, not held; there is nothing to resume`,
    );
  }
  const stimuli = heldSince(journal);
  const effects: JourneyEffect[] = [];
  let { chart } = record.state;
  try {
    for (const stimulus of stimuli) {
      const next = compiled.step(chart, stimulus, at);
      chart = next.state;
      effects.push(...next.effects);
      // What came after it is no longer the journey's matter.
      if (next.effects.some(({ type }) => type === 'undo')) break;
    }
  } catch (error) {
    const { code } = faultOf(error);
    throw new RequestError(
      'journey-held',
      `journey ${record.id} fails again (${code}) and stays held; mend it first`,
    );
  }
  const detail = { stimuli };
  return {
    status: statusOf(chart),
    state: { chart },
    effects,
    entry: { kind: 'resumed', actor: by, subject: record.definition, detail },
  };
}

/** Stimuli that a held journey has yet to be given. */
export function heldSince(journal: readonly JournalEntry[]): readonly Stimulus[] {
  const resumed = journal.findLastIndex(entry => entry.kind === 'resumed');
  return journal
    .slice(resumed + 1)
    .filter(entry => entry.kind === 'held' || entry.kind === 'waiting')
    .map(entry => (entry.detail as { readonly stimulus: Stimulus }).stimulus);
}
