import { dateAt, dateInWords, iso } from '#calendar';
import { type Language, type MandateGround, type Words } from '#journey';
import { mandateEnd, type Mandate, nameForHolder } from '#runtime';
import { type MandateDocument } from './mandate-documents.js';

const HELD: Readonly<Record<MandateGround, Words>> = {
  parent: { da: 'Du har forældremyndigheden', en: 'You have custody' },
  guardian: { da: 'Du er værge', en: 'You are the guardian' },
  heir: {
    da: 'Du er arving efter skifteretsattesten',
    en: 'You are an heir according to the probate certificate',
  },
  given: { da: 'Du har fået fuldmagt', en: 'You have been given a mandate' },
};
const GIVEN: Readonly<Record<MandateGround, Words>> = {
  parent: { da: 'Har forældremyndigheden over dig', en: 'Has custody of you' },
  guardian: { da: 'Er din værge', en: 'Is your guardian' },
  heir: { da: 'Er arving efter skifteretsattesten', en: 'Is an heir according to the probate certificate' },
  given: { da: 'Du har givet fuldmagt', en: 'You have given a mandate' },
};

/** What is known beside the mandate itself. */
export interface MandateContext {
  /** Who reads: one of the two. */
  readonly reader: string;
  /** The other's, as far as it is shown. */
  readonly number: string;
  readonly titles: ReadonlyMap<string, string>;
  readonly begun: boolean;
  readonly language: Language;
}

/** A mandate as one of the two reads it. */
export function describeMandate(
  mandate: Mandate,
  { reader, number, titles, begun, language }: MandateContext,
): MandateDocument {
  const { holder, basis, journeys, from, gift } = mandate;
  const until = mandateEnd(mandate);
  const isHolder = reader === holder;
  // The name in one by law is the person's; of its holder registers have told none.
  const name = (isHolder ? nameForHolder(mandate) : gift?.names.holder) ?? number;
  const suspended = suspendedUntilNow(mandate, isHolder ? 'holder' : 'person', name)?.[language];
  return {
    ...(gift && { id: gift.id }),
    name,
    number,
    basis,
    text: (isHolder ? HELD : GIVEN)[basis][language],
    ...(journeys !== 'all' && {
      journeys,
      titles: journeys.map(id => titles.get(id) ?? id),
    }),
    from: iso(from),
    ...(until !== undefined && { until: iso(until) }),
    ...(suspended !== undefined && { suspended }),
    begun,
  };
}

/** That it was not in force while one of the two was registered as dead by mistake. */
function suspendedUntilNow(
  { from: begun, suspensions = [] }: Mandate,
  reader: 'holder' | 'person',
  other: string,
): Words | undefined {
  const { of, from, until } = suspensions.at(-1) ?? {};
  if (from === undefined || until === undefined || until <= begun) return undefined;
  const [first, again] = [from, until].map(at => dateInWords(dateAt(at)));
  const isReader = of === reader;
  return {
    da: `Det gjaldt ikke fra ${first!.da} til ${again!.da}, fordi ${isReader ? 'du' : other} ved en fejl var registreret som død.`,
    en: `It was not in force from ${first!.en} to ${again!.en}, because ${isReader ? 'you were' : `${other} was`} registered as dead by mistake.`,
  };
}
