import { type OtherJourney, type ServiceCatalogue } from './catalogue.js';
import { type Definition } from './definition.js';

/** Decorator: a catalogue that also knows journeys, of each the newest version. */
export function withJourneys(
  catalogue: ServiceCatalogue,
  definitions: Iterable<Definition>,
): ServiceCatalogue {
  const journeys = new Map<string, OtherJourney>();
  for (const { id, title, takes, forms } of definitions) {
    journeys.set(id, { id, title, ...(takes !== undefined && { takes: forms[takes] ?? {} }) });
  }
  return {
    ...(catalogue.broken && { broken: catalogue.broken }),
    journeys,
    service: id => catalogue.service(id),
    registerEvent: id => catalogue.registerEvent(id),
    authority: id => catalogue.authority(id),
    services: () => catalogue.services(),
    registerEvents: () => catalogue.registerEvents(),
    authorities: () => catalogue.authorities(),
  };
}
