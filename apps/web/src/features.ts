import { type Type } from '@nestjs/common';
import { CitizenPagesModule } from './citizen/citizen-pages.module.js';
import { CounterPagesModule } from './counter/counter-pages.module.js';

/** What a process may serve: its pages, and the role of those whom they are for. */
const FEATURES = {
  citizen: { pages: CitizenPagesModule, role: 'citizen' },
  counter: { pages: CounterPagesModule, role: 'caseworker' },
} as const satisfies Readonly<Record<string, { readonly pages: Type; readonly role: string }>>;

export type Feature = keyof typeof FEATURES;
export const EVERY_FEATURE = Object.keys(FEATURES) as readonly Feature[];

/** `citizen,counter`; undefined when one of them is none. */
export function readFeatures(text: string): readonly Feature[] | undefined {
  const names = text.split(',').map(name => name.trim());
  const known = EVERY_FEATURE.filter(feature => names.includes(feature));
  return known.length === new Set(names).size ? known : undefined;
}

export const featurePages = (features: readonly Feature[]): readonly Type[] =>
  features.map(feature => FEATURES[feature].pages);

/** In which role one is signed in where there is one alone; else in the first that the sign-in gives. */
export function signInRole(features: readonly Feature[]): string | undefined {
  const roles = new Set(features.map(feature => FEATURES[feature].role));
  return roles.size === 1 ? [...roles][0] : undefined;
}
