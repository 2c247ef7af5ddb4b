import { type JournalEntry, type JourneyRecord } from '#runtime';
import { type Claim, none, same } from './finding.js';

/** Entries are numbered 1 to the version of the journey, and no event was taken in twice. */
export function auditJournal({ version }: JourneyRecord, journal: readonly JournalEntry[]): readonly Claim[] {
  const numbers = Array.from({ length: version }, (_, index) => index + 1);
  const found = journal.map(({ seq }) => seq);
  const origins = journal.flatMap(({ origin }) => origin ?? []);
  const again = origins.filter((origin, index) => origins.indexOf(origin) !== index);
  return [
    ...same('journal', 'numbers', numbers, found),
    ...none('journal', 'what was taken in twice', again),
  ];
}
