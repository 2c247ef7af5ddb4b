import { type FormTexts } from '../definition.js';

/** The texts of a form, with the values of their placeholders. */
export function filledForm(
  { title, fields, pages, events }: FormTexts,
  fill: (text: string) => string,
): FormTexts {
  return {
    ...(title !== undefined && { title: fill(title) }),
    fields: mapped(fields, ({ label, hint, options }) => ({
      label: fill(label),
      ...(hint !== undefined && { hint: fill(hint) }),
      ...(options && { options: mapped(options, fill) }),
    })),
    ...(pages && { pages: pages.map(fill) }),
    events: mapped(events, fill),
  };
}

function mapped<A, B>(all: Readonly<Record<string, A>>, map: (each: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(all).map(([name, each]) => [name, map(each)]));
}
