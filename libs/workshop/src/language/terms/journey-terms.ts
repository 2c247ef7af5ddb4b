import { describeType, JOURNEY_ENDS, knownJourneys, schemaType, startedNames, takenType } from '#journey';
import { type Spot } from '../spot.js';
import { keyPlace, type Term } from '../term.js';
import { fieldTerms } from './field-terms.js';

/** The journeys that may be started, by id. */
export function journeyTerms({ journey: { catalogue } }: Spot): Term[] {
  return knownJourneys(catalogue).map(({ id, title, takes }) => ({
    name: id,
    kind: 'journey',
    detail: title.en,
    about: () =>
      `**${title.da}** / ${title.en}\n\nTakes ${takes === undefined ? 'nothing' : describeType(takenType(takes))}.`,
  }));
}

/** The names under which journeys are started. */
export function joinTerms({ context }: Spot): Term[] {
  return (context ? startedNames(context.definition.machine) : []).map(name => ({
    name,
    kind: 'fact',
    detail: 'a journey that is started',
  }));
}

/** How a journey that is waited for may have ended. */
export function endTerms(): Term[] {
  return [...JOURNEY_ENDS, 'else'].map(name => ({
    name,
    kind: 'code',
    detail: name === 'else' ? 'any other end' : 'an end of the journey',
  }));
}

/** What authorities report. */
export function offerEventTerms({ journey: { catalogue } }: Spot): Term[] {
  return catalogue.registerEvents().map(({ id, name, data }) => ({
    name: id,
    kind: 'event',
    detail: name.en,
    about: () => `**${name.en}** (${id})\n\nTells ${describeType(schemaType(data))}`,
    declared: () => ({ service: id }),
  }));
}

/** What the journey that is started, or the journey itself when it is offered, takes; undefined where nothing is given to one. */
export function takenTerms(spot: Spot): Term[] | undefined {
  const { definition } = spot.context ?? {};
  const isOffer = spot.keys[0] === 'offers';
  const id = spot.near('starts') ?? spot.near('journey');
  const own = definition?.forms[definition.takes ?? ''];
  const taken = isOffer ? own : spot.journey.catalogue.journeys?.get(String(id))?.takes;
  if (!isOffer && typeof id !== 'string') return undefined;
  return taken === undefined ? [] : fieldTerms(takenType(taken));
}

/** The parameters that a municipality may set. */
export function localTerms({ context }: Spot): Term[] {
  const { parameters = {}, sources } = context?.definition ?? {};
  return Object.entries(parameters).flatMap(([name, { local, title }]): Term[] =>
    local
      ? [
          {
            name,
            kind: 'parameter',
            detail: title.en,
            declared: () => keyPlace(sources?.parameters, [name]),
          },
        ]
      : [],
  );
}
