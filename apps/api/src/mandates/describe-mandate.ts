import { iso } from '#calendar';
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
  return {
    ...(gift && { id: gift.id }),
    // The name in one by law is the person's; of its holder registers have told none.
    name: (isHolder ? nameForHolder(mandate) : gift?.names.holder) ?? number,
    number,
    basis,
    text: (isHolder ? HELD : GIVEN)[basis][language],
    ...(journeys !== 'all' && {
      journeys,
      titles: journeys.map(id => titles.get(id) ?? id),
    }),
    from: iso(from),
    ...(until !== undefined && { until: iso(until) }),
    begun,
  };
}
