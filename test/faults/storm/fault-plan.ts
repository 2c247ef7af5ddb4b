import { type Fault, type FaultKind, type Scene } from './fault.js';
import * as ofAuthorities from './faults-of-authorities.js';
import * as ofNetworks from './faults-of-networks.js';
import * as ofPrograms from './faults-of-programs.js';
import * as ofStores from './faults-of-stores.js';

/** A fault and its moment. */
export interface PlannedFault extends Fault {
  /** How many requests are acknowledged by then. */
  readonly at: number;
}

export interface FaultPlanOptions {
  /** How often each kind of fault happens. */
  readonly times: number;
  /** Acknowledged requests from one fault to the next. */
  readonly apart: number;
  /** Faults that take too long to wait for are left out. */
  readonly quick: boolean;
}

const TAKE_LONG: readonly FaultKind[] = [ofPrograms.freezeWorker];

/** Every kind of fault so often, in an order and at moments that are the same for a seed. */
export function planFaults(scene: Scene, { times, apart, quick }: FaultPlanOptions): readonly PlannedFault[] {
  const { random } = scene;
  const kinds: readonly FaultKind[] = [ofPrograms, ofStores, ofNetworks, ofAuthorities].flatMap(group =>
    Object.values(group),
  );
  const wanted = kinds.filter(kind => !quick || !TAKE_LONG.includes(kind));
  const drawn = Array.from({ length: times }, () => wanted).flat();
  return random
    .shuffled(drawn)
    .map((kind, index) => ({ fault: kind(scene), at: index * apart + random.whole(1, apart) }))
    .flatMap(({ fault, at }) => (fault ? [{ ...fault, at }] : []));
}

/** The plan in lines, to be read and compared. */
export function describePlan(plan: readonly PlannedFault[]): string {
  return plan.map(({ at, says }) => `  ${String(at).padStart(5)}  ${says}`).join('\n');
}
