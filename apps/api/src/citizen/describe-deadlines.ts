import { isPeriod } from '#calendar';
import { type Definition, isOwnChoice, type Language } from '#journey';
import { type DeadlineDocument } from './definition-document.js';

/** The times that a definition counts by on a day and that mean something to a citizen, with the law that each comes from. */
export function describeDeadlines(
  { parameters }: Definition,
  language: Language,
  day: string,
): readonly DeadlineDocument[] {
  return Object.values(parameters).flatMap(({ title, internal, values }) => {
    if (internal) return [];
    const inForce = values.findLast(({ from }) => from <= day);
    if (!inForce || typeof inForce.value !== 'string' || !isPeriod(inForce.value)) return [];
    const { value: period, source } = inForce;
    return [{ title: title[language], period, ...(!isOwnChoice(source) && { source }) }];
  });
}
