import { type OtherJourney, type OtherJourneys, type ServiceCatalogue } from './catalogue.js';
import { type Definition } from './definition.js';

/** Decorator: a catalogue that also knows journeys. */
export function withJourneys(catalogue: ServiceCatalogue, journeys: OtherJourneys): ServiceCatalogue {
  return {
    ...(catalogue.broken && { broken: catalogue.broken }),
    ...(catalogue.directory && { directory: catalogue.directory }),
    journeys,
    service: id => catalogue.service(id),
    registerEvent: id => catalogue.registerEvent(id),
    authority: id => catalogue.authority(id),
    services: () => catalogue.services(),
    registerEvents: () => catalogue.registerEvents(),
    authorities: () => catalogue.authorities(),
  };
}

/** What others may know of journeys, of each by its newest version. */
export function otherJourneys(definitions: Iterable<Definition>): Map<string, OtherJourney> {
  const journeys = new Map<string, OtherJourney>();
  for (const { id, title, takes, forms, mandates } of definitions) {
    journeys.set(id, {
      id,
      title,
      ...(takes !== undefined && { takes: forms[takes] ?? {} }),
      ...(mandates === 'none' && { ownOnly: true as const }),
    });
  }
  return journeys;
}

/** All journeys that a catalogue knows, in order. */
export function knownJourneys({ journeys }: ServiceCatalogue): OtherJourney[] {
  return [...(journeys?.keys() ?? [])].flatMap(id => journeys?.get(id) ?? []);
}
