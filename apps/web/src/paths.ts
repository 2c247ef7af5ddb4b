import { type Language } from '#journey';

/** Where the pages are. */
export const PATHS = {
  home: '/',
  start: '/start',
  messages: '/beskeder',
  myData: '/mine-oplysninger',
  mandates: '/fuldmagter',
  settings: '/indstillinger',
  help: '/hjaelp',
  accessibility: '/tilgaengelighed',
  counter: '/skranke',
} as const;

/** Where those begin who are no citizens, by their role. */
const FRONTS: Readonly<Record<string, string>> = { caseworker: PATHS.counter };

/** Where somebody in a role begins. */
export const frontOf = (role = 'citizen'): string => FRONTS[role] ?? PATHS.home;

const part = encodeURIComponent;

export const journeyPath = (journey: string): string => `/forloeb/${part(journey)}`;
export const happenedPath = (journey: string): string => `${journeyPath(journey)}/haendelser`;
export const cancellationPath = (journey: string): string => `${journeyPath(journey)}/annuller`;
export const newsPath = (journey: string): string => `${journeyPath(journey)}/nyt`;
export const receiptsPath = (journey: string): string => `${journeyPath(journey)}/kvitteringer`;
export const receiptPath = (journey: string, receipt: string): string =>
  `${receiptsPath(journey)}/${part(receipt)}`;
export const taskPath = (journey: string, task: string): string =>
  `${journeyPath(journey)}/opgaver/${part(task)}`;
/** @param page counted from 1 */
export const taskPagePath = (journey: string, task: string, page: number): string =>
  page === 1 ? taskPath(journey, task) : `${taskPath(journey, task)}?side=${page}`;
export const checkPath = (journey: string, task: string): string => `${taskPath(journey, task)}/tjek`;
/** @param event an answer that carries no data */
export const choicePath = (journey: string, task: string, event: string): string =>
  `${checkPath(journey, task)}?valg=${part(event)}`;
export const sendPath = (journey: string, task: string): string => `${taskPath(journey, task)}/send`;
export const beforeStartPath = (definition: string): string => `${PATHS.start}/${part(definition)}`;
export const offerPath = (offer: string): string => `/tilbud/${part(offer)}`;
export const messagePath = (message: string): string => `${PATHS.messages}/${part(message)}`;
export const languagePath = (language: Language, back: string): string =>
  `/sprog/${language}?til=${part(back)}`;

/** A path of this face that somebody was sent with; the start page for anything else, so that nobody is led away. */
export function pathBack(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : PATHS.home;
}
