import { dateAt } from '#calendar';
import { type Language, LANGUAGES, type ServiceCatalogue, type Words } from '#journey';
import { type Instant } from '#statechart';
import { deliveriesOf } from '../decide/messages.js';
import { RING_GRACE } from '../decide/rows-of.js';
import { type Definitions } from '../definitions.js';
import { RequestError } from '../errors.js';
import { type MessageContent, type OutgoingMessage } from '../mailbox/message.js';
import { type Letters, type WallClock } from '../ports.js';
import { type GivenMandate } from './mandate.js';
import { type MandateOccasion, mandateMessage } from './mandate-words.js';

/** Number of each occasion. What can happen to a mandate once has one number, so that it is written of once. */
const ENTRIES: Readonly<Record<Exclude<MandateOccasion, 'resumed'>, number>> = {
  given: 1,
  ending: 2,
  withdrawn: 3,
  renounced: 3,
};
/** That it is in force again may happen more than once: after this number, by the days since it was given. */
const RESUMED = 4;
const DAY = 24 * 60 * 60 * 1000;

interface LettersParts {
  readonly definitions: Definitions;
  readonly catalogue: Pick<ServiceCatalogue, 'service'>;
  readonly wall: WallClock;
}

/** What the two are written at an occasion, worded at once, with the deliveries. */
export async function lettersOf(
  { definitions, catalogue, wall }: LettersParts,
  mandate: GivenMandate,
  occasion: MandateOccasion,
  at: Instant,
): Promise<Letters> {
  const titles = await titlesOf(mandate, definitions, at);
  const letter = (reader: 'person' | 'holder'): OutgoingMessage => {
    const worded = (language: Language) => mandateMessage(mandate, occasion, reader, titles, language);
    const words = Object.fromEntries(
      LANGUAGES.map(language => [language, worded(language)]),
    ) as MessageContent['words'];
    return { person: mandate[reader], role: reader, text: `mandate ${occasion}`, content: { words } };
  };
  const messages = [letter('person'), letter('holder')];
  const entry = entryOf(occasion, mandate);
  const dispatches = deliveriesOf(messages, entry, { catalogue }, wall.now() + RING_GRACE);
  return { entry, at, messages, dispatches };
}

function entryOf(occasion: MandateOccasion, { gift }: GivenMandate): number {
  if (occasion !== 'resumed') return ENTRIES[occasion];
  return RESUMED + Math.floor(((gift.due ?? gift.at) - gift.at) / DAY);
}

/** Titles of the kinds of journeys; undefined: of all kinds. Of one that has been withdrawn, its id. */
async function titlesOf(
  { journeys }: GivenMandate,
  definitions: Definitions,
  at: Instant,
): Promise<readonly Words[] | undefined> {
  if (journeys === 'all') return undefined;
  return Promise.all(
    journeys.map(async id => {
      try {
        return (await definitions.inForce(id, dateAt(at))).definition.title;
      } catch (error) {
        if (error instanceof RequestError) return { da: id, en: id };
        throw error;
      }
    }),
  );
}
