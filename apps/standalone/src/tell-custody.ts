import { type Catalogue } from '#authorities';
import { dateAt } from '#calendar';
import { type Instant } from '#statechart';
import { isChild } from '../../authorities/src/population/population.js';
import { type Simulations } from '../../authorities/src/simulation/simulations.js';
import { POPULATION } from './sample-people.js';

/** The register's event of who has custody. */
const CUSTODY = 'cpr.custodyChanged';

/**
 * *Initial load* of a subscription: of each child of those who have just become known the register tells who has custody, as it
 * tells of every change from then on. So whoever signs up later than the custody began may act for the child at once.
 *
 * @param isNew whether somebody with this CPR number has just become known
 */
export async function tellCustody(
  simulations: Simulations,
  catalogue: Catalogue,
  isNew: (cpr: string) => boolean,
  at: Instant,
): Promise<void> {
  const event = catalogue.registerEvent(CUSTODY);
  if (!event) return;
  const today = dateAt(at);
  const told = POPULATION.people
    .filter(({ died, ...person }) => died === undefined && isChild(person, today))
    .map(({ cpr: child, born, custodians = [] }) => ({
      child,
      born,
      custodians: custodians.map(name => POPULATION.named(name).cpr),
      from: born,
    }))
    .filter(({ child, custodians }) => [child, ...custodians].some(isNew));
  await Promise.all(told.map(data => simulations.report(event, data).delivery));
}
