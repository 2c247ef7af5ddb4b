import { dateInWords } from '#calendar';
import { type Visit } from '../../http/visit.js';
import { type JourneyDocument, type SectionDocument } from '../../rest/documents.js';

/** How a section stands, in a few words: what may wait says until when, and what may wait for ever says so. */
export function sectionStanding(
  section: SectionDocument,
  journey: JourneyDocument,
  { words, language }: Visit,
): string {
  const { statuses, openUntil } = words.journey;
  if (section.status === 'done' && journey.bereaved) return statuses.doneQuiet;
  const { next } = section;
  // Nobody is at what has yet to happen: no birth is under way half a year ahead. A death has happened, whoever still has to write it down.
  if (section.status === 'theirs' && next?.awaits !== undefined && !journey.quiet) return statuses.ahead;
  const asked = journey.tasks.find(({ task }) => task === next?.task);
  if (section.status === 'yours' && asked?.appeals) return statuses.decided;
  if (!mayWait(section, journey)) return statuses[section.status];
  const lastDay = next?.lastDay;
  return lastDay === undefined ? statuses.yoursQuiet : openUntil(dateInWords(lastDay)[language]);
}

/** The sections of a journey as they stand: when it is cancelled, what they came to is undone, and the journal says so. */
export function sectionsThatStand({ status, sections }: JourneyDocument): readonly SectionDocument[] {
  return status === 'cancelling' || status === 'cancelled' ? [] : sections;
}

/** Nobody is pressed: neither after a loss, nor to what they need not do. */
export function mayWait({ status, next }: SectionDocument, { quiet, tasks }: JourneyDocument): boolean {
  const asked = tasks.find(({ task }) => task === next?.task);
  return status === 'yours' && (quiet || (asked !== undefined && asked.kind !== 'must'));
}
