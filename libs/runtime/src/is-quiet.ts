import { type CompiledJourney, parentPath, stateAt } from '#journey';
import { type JourneyRecord } from './journey-record.js';

/** Whether a journey is after a loss. One that has called itself off is, too: nobody chose what it called itself off for. */
export function isQuiet({ state }: Pick<JourneyRecord, 'state'>, compiled: CompiledJourney): boolean {
  return state.compensating?.reason !== undefined || compiled.isQuiet(state.chart);
}

/** Whether there has been a loss in it, as far as it knows: it is after one, remembers a death, or has come where only a loss leads. */
export function isBereaved(record: Pick<JourneyRecord, 'state'>, compiled: CompiledJourney): boolean {
  const { chart } = record.state;
  const isPastLoss = () => compiled.activePaths(chart).some(path => compiled.comesAfterLoss(path));
  return isQuiet(record, compiled) || compiled.knowsOfDeath(chart) || isPastLoss();
}

/** Whether a state is itself after a loss, so that what begins in it is meant for then. */
export function isStateQuiet(path: string, { definition: { quiet, machine } }: CompiledJourney): boolean {
  if (quiet) return true;
  for (let at: string | undefined = path; at !== undefined; at = parentPath(at)) {
    if (stateAt(machine, at)?.quiet) return true;
  }
  return false;
}
