import { iso } from '#calendar';
import { type Language, type MandateBasis, type Words } from '#journey';
import { mandateEnd, type Mandate } from '#runtime';
import { type MandateDocument } from './mandate-documents.js';

const HELD: Readonly<Record<MandateBasis, Words>> = {
  parent: { da: 'Du har forældremyndigheden', en: 'You have custody' },
  guardian: { da: 'Du er værge', en: 'You are the guardian' },
  heir: { da: 'Du er arving efter skifteretsattesten', en: 'You are an heir by the probate certificate' },
};
const GIVEN: Readonly<Record<MandateBasis, Words>> = {
  parent: { da: 'Har forældremyndigheden over dig', en: 'Has custody of you' },
  guardian: { da: 'Er din værge', en: 'Is your guardian' },
  heir: { da: 'Er arving efter skifteretsattesten', en: 'Is an heir by the probate certificate' },
};

/**
 * A mandate as one of the two reads it.
 *
 * @param name what the other is called
 */
export function describeMandate(
  mandate: Mandate,
  reader: string,
  name: string,
  language: Language,
): MandateDocument {
  const { holder, person, basis, journeys, from } = mandate;
  const until = mandateEnd(mandate);
  const isHolder = reader === holder;
  return {
    person: isHolder ? person : holder,
    name,
    basis,
    text: (isHolder ? HELD : GIVEN)[basis][language],
    ...(journeys !== 'all' && { journeys }),
    from: iso(from),
    ...(until !== undefined && { until: iso(until) }),
  };
}
