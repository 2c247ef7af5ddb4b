import { type CompiledJourney } from '#journey';
import { type Instant } from '#statechart';
import { RequestError } from '../errors.js';
import { type JournalEntry, type JourneyRecord, JourneyStatus, type SeenEntry } from '../journey-record.js';
import { type Decision, type DecisionEffect } from './decision.js';
import { faultOf, statusOf } from './step.js';
import { stimulusOf, takenOf } from './taken-of.js';

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
  const kept = heldSince(journal);
  const effects: DecisionEffect[] = [];
  const taken: SeenEntry[] = [];
  let { chart } = record.state;
  try {
    for (const entry of kept) {
      const next = compiled.step(chart, stimulusOf(entry), at);
      taken.push(takenOf(entry, chart, next, compiled));
      chart = next.state;
      effects.push(...next.effects.map(effect => ({ ...effect, ...actingOf(entry) })));
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
  const detail = { stimuli: kept.map(stimulusOf), taken };
  return {
    status: statusOf(chart),
    state: { chart },
    effects,
    entry: { kind: 'resumed', actor: by, subject: record.definition, detail },
  };
}

/** Entries with what a held journey has yet to be given. */
export function heldSince(journal: readonly JournalEntry[]): readonly JournalEntry[] {
  const resumed = journal.findLastIndex(entry => entry.kind === 'resumed');
  return journal.slice(resumed + 1).filter(entry => entry.kind === 'held' || entry.kind === 'waiting');
}

/** Whoever did for another what the journey was held on has still done it for them. */
function actingOf({
  holder,
  holderAuthority: authority,
  actor: person,
}: JournalEntry): Pick<DecisionEffect, 'acting'> {
  if (holder === undefined || person === undefined) return {};
  return { acting: { holder, person, ...(authority !== undefined && { authority }) } };
}
