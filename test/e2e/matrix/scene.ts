import { randomUUID } from 'node:crypto';
import { type OfferPage } from '../../../apps/api/src/offers/offer-document.js';
import { type MessagePage } from '../../../apps/api/src/mailbox/message-document.js';
import { until } from '../../support/index.js';
import { type Client } from '../api/client.js';
import { type System } from '../api/system.js';
import { type POSITIONS } from './callers.js';

export interface Person {
  readonly cpr: string;
  readonly id: string;
}

/** Citizens by their position to every scene's journey, and whoever calls in an office. */
export type People = Readonly<Record<(typeof POSITIONS)[number], Person>> & { readonly official: string };

export const NUMBERS = {
  applicant: '6110851234',
  partner: '7105903456',
  subject: '6102206543',
  stranger: '6507914321',
} as const;

/** A journey in which somebody stands in every position, with a dispatch that was given up, and secrets of two of them. */
export interface Scene {
  readonly journey: string;
  readonly dispatch: string;
  /** What was written to the applicant: its id. */
  readonly message: string;
  /** What is offered to the applicant: its id. */
  readonly offer: string;
  /** What only the applicant may read, and what only the partner. */
  readonly secrets: Readonly<Record<'applicant' | 'partner', string>>;
}

export const APPLICANTS_TASK = 'underWay.doctor.choosing';
const PARTNERS_TASK = 'underWay.consent.asking';

export async function findPeople({ assembly }: System): Promise<People> {
  const entries = Object.entries(NUMBERS).map(
    async ([position, cpr]) => [position, { cpr, id: await assembly.stores.persons.personOf(cpr) }] as const,
  );
  return { ...Object.fromEntries(await Promise.all(entries)), official: randomUUID() } as People;
}

/** Makes scenes that are all alike, each with secrets of its own. */
export async function sceneMaker(system: System, people: People): Promise<() => Promise<Scene>> {
  const { dispatches } = system.assembly.stores;
  const [applicant, partner] = await Promise.all([
    system.citizen(people.applicant.cpr),
    system.citizen(people.partner.cpr),
  ]);
  // It accepts what it is asked, and does not answer: nothing moves while a scene is looked at.
  system.simulated('cpr').knobs.set({ hold: true });
  const named = system.assembly.catalogue.registerEvent('cpr.nameRegistered')!;
  const offerTo = async ({ cpr }: Person, fullName: string): Promise<string> => {
    const data = { person: cpr, fullName, registeredOn: '2025-03-03' };
    await system.authorities.simulations.report(named, data).delivery;
    const { body } = await applicant.get('/v1/offers?limit=1');
    return (body as OfferPage).items[0]!.id;
  };
  return async () => {
    const { id: journey } = await applicant.start('removal');
    const secrets = { applicant: `only-for-${randomUUID()}`, partner: `only-for-${randomUUID()}` };
    await applicant.submit(journey, 'declareMove', 'submit', {
      address: secrets.applicant,
      date: '2099-03-15',
      partner: people.partner.cpr,
      child: people.subject.cpr,
    });
    await saveDraft(applicant, journey, APPLICANTS_TASK, { doctor: secrets.applicant.slice(0, 40) });
    const attached = await applicant.attach(
      `/v1/journeys/${journey}/tasks/${APPLICANTS_TASK}/documents/referral`,
      Uint8Array.from(Buffer.from(`%PDF-1.7\n${secrets.applicant}`)),
    );
    if (attached.status !== 200)
      throw new Error(`The document was answered ${attached.status}: ${attached.text}`);
    await saveDraft(partner, journey, PARTNERS_TASK, { date: secrets.partner });
    const { id } = await until(
      async () =>
        (await dispatches.ofJourney(journey)).find(
          ({ service, status }) => service === 'cpr.registerMove' && status === 'accepted',
        ),
      'the dispatch to be accepted',
    );
    await dispatches.park(id, { code: 'answer-breaks-contract', message: 'for this test' });
    const { body } = await applicant.get(`/v1/messages?journey=${journey}`);
    const [message] = (body as MessagePage).items;
    const offer = await offerTo(people.applicant, secrets.applicant);
    return { journey, dispatch: id, message: message!.id, offer, secrets };
  };
}

async function saveDraft(client: Client, journey: string, task: string, data: object): Promise<void> {
  const reply = await client.put(`/v1/journeys/${journey}/tasks/${task}/draft`, { data });
  if (reply.status !== 204) throw new Error(`The draft was answered ${reply.status}: ${reply.text}`);
}
