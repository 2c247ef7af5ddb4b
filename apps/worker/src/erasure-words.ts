import { iso } from '#calendar';
import { type ExpiredErasure, type JourneyErasure, type KeptReason, type PersonErasure } from '#runtime';
import { counted } from './counted.js';

/** What was done, in words, and whether all of it was. */
export interface ErasureOutcome {
  readonly words: string;
  readonly complete: boolean;
}

/** What became of it, for whoever answers to the person for it. */
export function journeyInWords(erasure: JourneyErasure): ErasureOutcome {
  return { words: [lineOf(erasure), ELSEWHERE].join('\n'), complete: erasure.kind === 'erased' };
}

export function personInWords({ person, journeys, number }: PersonErasure): ErasureOutcome {
  const words = [
    ...journeys.map(lineOf),
    number.kind === 'kept'
      ? `Kept the number of person ${person}: ${whyKept(number.kept)}.`
      : number.kind === 'erased'
        ? `Erased the number of person ${person} and all their drafts.`
        : `There is no number of person ${person}.`,
    ELSEWHERE,
  ];
  const complete = number.kind !== 'kept' && journeys.every(({ kind }) => kind !== 'kept');
  return { words: words.join('\n'), complete };
}

export function expiredInWords({ erased, unlimited, unreadable, more }: ExpiredErasure): ErasureOutcome {
  const words = [`Erased ${counted(erased.length, 'journey')} kept as long as their definitions say.`];
  if (unlimited > 0) {
    words.push(`Kept ${counted(unlimited, 'ended journey')}: their definitions do not say for how long.`);
  }
  for (const [hash, reason] of Object.entries(unreadable)) {
    words.push(`Kept the journeys of definition ${hash}, which cannot be read: ${reason}`);
  }
  if (more) words.push('There may be more: run it again.');
  return { words: words.join('\n'), complete: Object.keys(unreadable).length === 0 };
}

const ELSEWHERE =
  'What authorities have received is theirs. Backups made before still hold it: apply the list after restoring one.';

function lineOf(erasure: JourneyErasure): string {
  const { journey } = erasure;
  if (erasure.kind === 'unknown') return `There is no journey ${journey}.`;
  if (erasure.kind === 'kept') return `Kept journey ${journey}: ${whyKept(erasure.kept)}.`;
  const { entries, dispatches, messages, undelivered, documents, drafts, participants } = erasure.rows;
  const parts = [
    counted(entries, 'journal entry', 'journal entries'),
    counted(dispatches, 'request'),
    counted(messages, 'message') + (undelivered > 0 ? ` (${undelivered} not yet delivered)` : ''),
    counted(documents, 'document'),
    counted(drafts, 'draft'),
    counted(participants, 'participant'),
  ];
  return `Erased journey ${journey}: ${parts.join(', ')}.`;
}

function whyKept(kept: KeptReason): string {
  switch (kept.why) {
    case 'under-way':
      return 'it has not ended; say --under-way to erase it all the same';
    case 'law':
      return `the law obliges us until ${iso(kept.until)} (${kept.source})`;
    case 'others':
      return `it is the case of ${kept.people} people, and goes when it has been kept long enough`;
    case 'needed':
      return `${counted(kept.journeys, 'open journey')} still need it`;
  }
}
