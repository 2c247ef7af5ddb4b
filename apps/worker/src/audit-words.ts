import { type ChainFault, ChainFaultKind, type ChainReport, type ProofReport } from '#runtime';
import { counted } from './counted.js';

/** What was found, in words, and whether it is proven. */
export interface AuditOutcome {
  readonly words: string;
  readonly proven: boolean;
}

const FAULTS: Readonly<Record<ChainFaultKind, string>> = {
  [ChainFaultKind.missing]: 'the entry is missing',
  [ChainFaultKind.link]: 'the entry, or the one before it, is not the one that was linked here',
  [ChainFaultKind.content]: 'what is kept of the entry is not what it commits to',
  [ChainFaultKind.changed]: 'the log was changed after it was chained',
  [ChainFaultKind.gone]: 'the log has lost what it was about',
  [ChainFaultKind.head]: 'the head is not one that we have signed for these entries',
  [ChainFaultKind.unlisted]: 'it was erased, and no erasure on the list says so',
  [ChainFaultKind.unchained]: 'it was recorded and never chained',
};

export function reportInWords({ persons, entries, erased, erasedPersons, fault }: ChainReport): AuditOutcome {
  if (fault) return { words: `Broken: ${placeOf(fault)}: ${FAULTS[fault.kind]}.`, proven: false };
  const words = [`Proven: ${counted(entries, 'entry', 'entries')} of ${counted(persons, 'person')}.`];
  if (erased > 0) {
    words.push(
      `Erased, as the list of erasures says: ${counted(erased, 'entry', 'entries')}, linked, and not to be read.`,
    );
  }
  if (erasedPersons > 0) {
    words.push(
      `Erased, as the list of erasures says: ${counted(erasedPersons, 'person')}, and their chains hold.`,
    );
  }
  return { words: words.join('\n'), proven: true };
}

export function proofInWords(report: ProofReport): AuditOutcome {
  switch (report.kind) {
    case 'proven': {
      const { entries, told, signedAt, key } = report;
      const words = [
        `Proven: ${counted(entries, 'entry', 'entries')}, ${told} of them told, as signed at ${signedAt}.`,
        `Signed with key ${key}. Compare it with those at /v1/disclosures/keys: only then is it ours.`,
      ];
      return { words: words.join('\n'), proven: true };
    }
    case 'broken':
      return {
        words: `Broken: entry ${report.number} does not follow from the one before it.`,
        proven: false,
      };
    case 'unsigned':
      return { words: 'Broken: the head is not signed by one of the keys for these entries.', proven: false };
    case 'unreadable':
      return { words: 'This is no proof: give a file from /v1/disclosures/proof, as it was.', proven: false };
  }
}

function placeOf({ person, chain, number, record, at }: ChainFault): string {
  return [
    ...(person === undefined ? [] : [`person ${person}`]),
    ...(chain === undefined ? [] : [`chain ${chain}`]),
    ...(number === undefined ? [] : [`entry ${number}`]),
    ...(record === undefined ? [] : [`record ${record}`]),
    ...(at === undefined ? [] : [`at ${at}`]),
  ].join(', ');
}
