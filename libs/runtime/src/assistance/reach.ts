import { dateAt } from '#calendar';
import { type Instant } from '#statechart';
import { type Requester } from '../decide/participant-request.js';
import { type Definitions } from '../definitions.js';
import { type Reach } from '../mandates/mandate.js';
import { mandatesInForce, noMandate } from '../mandates/mandates.js';
import { type AssistanceStore, type MandateStore } from '../ports.js';
import { type Assistance, isOpenAssistance } from './assistance.js';

interface ReachParts {
  readonly mandates: Pick<MandateStore, 'between'>;
  readonly assistances: AssistanceStore;
  readonly definitions: Pick<Definitions, 'ownOnly'>;
}

/**
 * Kinds of journeys in which a caseworker may help. Where nobody may act for another, the person must be there: what they say at the
 * counter they say themselves, and a letter may have been written for them by the very one from whom they hide.
 */
export async function reachOfAssistance(
  { definitions }: Pick<ReachParts, 'definitions'>,
  { identified }: Assistance,
  at: Instant,
): Promise<Reach> {
  if (identified === 'counter') return { journeys: 'all' };
  return { journeys: 'all', except: await definitions.ownOnly(dateAt(at)) };
}

/**
 * *Authorisation at the instant of the decision*: in which kinds of journeys whoever asks may act for the person.
 *
 * @returns undefined of one who acts for themselves: in all
 * @throws RequestError `no-mandate`
 */
export async function reachInForce(
  parts: ReachParts,
  { person, holder, assistance }: Requester,
  at: Instant,
): Promise<readonly Reach[] | undefined> {
  if (assistance) {
    await refuseUnlessOpen(parts, assistance, at);
    return [await reachOfAssistance(parts, assistance, at)];
  }
  return holder === undefined ? undefined : mandatesInForce(parts, { holder, person }, at);
}

async function refuseUnlessOpen(
  { assistances }: Pick<ReachParts, 'assistances'>,
  { id, caseworker, person }: Assistance,
  at: Instant,
): Promise<void> {
  const found = await assistances.find(id);
  const isTheirs = found?.caseworker === caseworker && found.person === person;
  if (!found || !isTheirs || !isOpenAssistance(found, at)) throw noMandate();
}
