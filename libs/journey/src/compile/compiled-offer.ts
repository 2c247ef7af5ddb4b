import { dateAt, instantAfter, iso, isPeriod } from '#calendar';
import { type Instant, type Json } from '#statechart';
import { type OfferDefinition } from '../definition.js';
import { offerEnvironment } from '../expression/environment-of.js';
import { parametersInForce } from '../expression/parameter-values.js';
import { compileTemplate } from '../expression/template.js';
import { type JourneyContext, type PersonId } from '../journey-state.js';
import { type SoundDefinition } from '../sound-definition.js';

/** A journey that is to be held out to a person. */
export interface OfferedJourney {
  /** Name of the offer: its words stand under it in the texts. */
  readonly offer: string;
  readonly person: PersonId;
  /** What the journey is given when the offer is taken. */
  readonly given: Json;
  /** Through which instant it stands. */
  readonly expires: Instant;
}

/** An offer of a definition, ready to be made. */
export interface CompiledOffer {
  /** To whom it is to be made on a report; to nobody when it is on another, or when its condition does not hold. */
  readonly made: (event: string, data: Json, at: Instant) => OfferedJourney[];
}

/** Content-based subscription of a definition to a report. Pure: who was offered the same before is the caller's to know. */
export function compileOffer(
  name: string,
  offer: OfferDefinition,
  { definition, catalogue }: Pick<SoundDefinition, 'definition' | 'catalogue'>,
): CompiledOffer {
  const environment = offerEnvironment(definition, catalogue, offer);
  const to = environment.expression(offer.to);
  const when = offer.when === undefined ? undefined : environment.expression(offer.when);
  const given = compileTemplate(offer.with, environment);
  return {
    made(event, data, at) {
      if (event !== offer.on) return [];
      const context: JourneyContext = { now: iso(at), roles: {}, facts: { report: data }, tasks: {} };
      const scope = environment.scope(context);
      if (when && when.value(scope) !== true) return [];
      const persons = to.json(scope) ?? [];
      const day = dateAt(at);
      const period = isPeriod(offer.expires)
        ? offer.expires
        : parametersInForce(definition.parameters, day, day)[offer.expires];
      return [...new Set(Array.isArray(persons) ? (persons as readonly Json[]) : [persons])].map(person => ({
        offer: name,
        person: String(person),
        given: given.fill(scope) ?? {},
        expires: instantAfter(at, String(period)),
      }));
    },
  };
}
