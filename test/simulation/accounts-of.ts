import { type Finding, readMemoryAccounts } from '../auditor/index.js';
import { type World } from './world.js';

/** Account of the facts of a run, for the auditor. */
export function accountsOf(world: World, moment: 'at rest' | 'at the end') {
  const { stores, acknowledged, scheduler, authorities, queue } = world;
  const { compiledBy } = world.setting;
  const effects = [...authorities.ledger.values(), ...authorities.contradictions];
  const earlier = [...world.misfits, ...authorities.faulty, ...[...queue.rungInVain].map(rungInVain)];
  const clock = { now: () => scheduler.now };
  return readMemoryAccounts({ stores, clock, compiledBy, moment, effects, acknowledged, earlier });
}

/** A ring that comes before its commit finds nothing, or a dispatch that never came to be. */
function rungInVain(dispatch: string): Finding {
  const [expected, found] = ['a dispatch that is stored', 'none'];
  return { journey: dispatch, property: 'ring', about: dispatch, expected, found };
}
