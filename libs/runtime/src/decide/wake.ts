import { type CompiledJourney } from '#journey';
import { type Instant, type Stimulus } from '#statechart';
import { type JourneyRecord, JourneyStatus } from '../journey-record.js';
import { decideExpiry } from '../between/offer.js';
import { type Decision } from './decision.js';
import { step } from './step.js';

/** Fires the earliest timer that is due, if any. */
export function decideWake(
  record: JourneyRecord,
  compiled: CompiledJourney,
  at: Instant,
): Decision | undefined {
  if (record.status === JourneyStatus.offered) return decideExpiry(record, at);
  if (record.status !== JourneyStatus.active) return undefined;
  const [due] = Object.values(record.state.chart.timers)
    .filter(timer => timer.due <= at)
    .sort((a, b) => a.due - b.due || a.seq - b.seq);
  if (!due) return undefined;
  const stimulus: Stimulus = { kind: 'timer', timer: due.seq };
  const state = compiled.stepOfTimer(due.event.type);
  return step(record, compiled, at, stimulus, {
    entry: {
      kind: 'elapsed',
      subject: due.event.type,
      ...(state !== undefined && { state }),
      detail: { stimulus },
    },
    elapsed: due.seq,
  });
}
