import { describeType, schemaType } from '#journey';
import { type Spot } from '../spot.js';
import { keyPlace, type Term } from '../term.js';

/** What a state may hear: the buttons of its task's form, and what authorities report. */
export function eventTerms(spot: Spot): Term[] {
  const definition = spot.context?.definition;
  const form = formHere(spot);
  const buttons = Object.entries((form && definition?.texts.en.forms[form]?.events) ?? {});
  return [
    ...buttons.map(([name, words]): Term => ({
      name,
      kind: 'event',
      detail: words,
      about: () => `**${words}**, a button of the form ${form}`,
      declared: () => keyPlace(definition?.sources.texts.en, ['forms', form ?? '', 'events', name]),
    })),
    ...spot.journey.catalogue.registerEvents().map(({ id, name, data }): Term => ({
      name: id,
      kind: 'event',
      detail: name.en,
      about: () => `**${name.en}** (${id})\n\nTells ${describeType(schemaType(data))}`,
      declared: () => ({ service: id }),
      seldom: buttons.length > 0,
    })),
  ];
}

/** What authorities report, and the state around the cursor or one around it listens for. */
export function reportTerms(spot: Spot): Term[] {
  const { statePlace } = spot;
  const around = [0, ...statePlace.keys()].map(length => statePlace.slice(0, length + 1));
  const heard = new Set(around.flatMap(place => spot.keysAt([...place, 'on'])));
  return eventTerms(spot).flatMap(term =>
    term.name.includes('.') ? { ...term, seldom: !heard.has(term.name) } : [],
  );
}

/** The form of the task of the state around the cursor, or of the task that the cursor is in. */
export function formHere(spot: Spot): string | undefined {
  const form = spot.near('form') ?? spot.valueAt([...spot.statePlace, 'meta', 'task', 'form']);
  return typeof form === 'string' ? form : undefined;
}
