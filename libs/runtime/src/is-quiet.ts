import { type CompiledJourney, parentPath, stateAt } from '#journey';
import { type JourneyRecord } from './journey-record.js';

/** Whether a journey is after a loss. One that has called itself off is, too: nobody chose what it called itself off for. */
export function isQuiet({ state }: Pick<JourneyRecord, 'state'>, compiled: CompiledJourney): boolean {
  return state.compensating?.reason !== undefined || compiled.isQuiet(state.chart);
}

/** Whether there has been a loss in it, or may have been: of some journeys that go on after one nobody can tell. */
export function mayBeBereaved(record: Pick<JourneyRecord, 'state'>, compiled: CompiledJourney): boolean {
  return compiled.goesOnAfterLoss || compiled.knowsOfDeath(record.state.chart) || isQuiet(record, compiled);
}

/** Whether a state is itself after a loss, so that what begins in it is meant for then. */
export function isStateQuiet(path: string, { definition: { quiet, machine } }: CompiledJourney): boolean {
  if (quiet) return true;
  for (let at: string | undefined = path; at !== undefined; at = parentPath(at)) {
    if (stateAt(machine, at)?.quiet) return true;
  }
  return false;
}
