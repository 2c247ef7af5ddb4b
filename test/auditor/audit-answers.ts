import { type JournalEntry } from '#runtime';
import { type Claim, same } from './finding.js';
import { type Audit, type JourneyCase, decided } from './journey-case.js';

/** Answer to one dispatch, by the journal. */
interface JournalledAnswer {
  readonly dispatch: string;
  /** The answer, or the refusal. */
  readonly said: unknown;
  readonly byOps: boolean;
}

interface Detail {
  readonly stimulus?: { kind: string; dispatch: number; output?: unknown; error?: unknown };
  readonly dispatch?: string;
  readonly outcome?: { readonly kind: string; readonly answer?: unknown; readonly refusal?: unknown };
}

const SETTLED: ReadonlySet<string> = new Set(['answered', 'refused', 'late']);

/** Each answer in the journal is the one that the authority gave, unless ops gave it, and a settled dispatch has one answer. */
export const auditAnswers: Audit = of => {
  const answers = journalledAnswers(of);
  const authentic = answers.flatMap(({ dispatch, said, byOps }): Claim[] => {
    const [entry] = decided(of.effects, dispatch);
    if (byOps || entry?.reply === undefined) return [];
    return same('answer', `answer to ${dispatch}`, entry.reply, said);
  });
  const once = of.dispatches.flatMap(({ id, status }) => {
    const applied = answers.filter(({ dispatch }) => dispatch === id).length;
    return same('answer', `how often ${status} ${id} was answered`, SETTLED.has(status) ? 1 : 0, applied);
  });
  return [...authentic, ...once];
};

/** Compensations go one at a time: the first to be undone is the first that was asked. */
function journalledAnswers({ record, journal, replayed }: JourneyCase): readonly JournalledAnswer[] {
  const compensations = replayed.dispatches.filter(({ seq }) => seq > record.state.chart.seq);
  const answerOf = ({ kind, actor, detail }: JournalEntry): JournalledAnswer[] => {
    const { stimulus, dispatch, outcome } = detail as Detail;
    const byOps = actor?.startsWith('ops:') ?? false;
    if (outcome) {
      const undoing = kind === 'undone' || kind === 'not-undone' ? compensations.shift()?.seq : undefined;
      if (outcome.kind === 'skipped') return [];
      const named = undoing === undefined ? (dispatch ?? 'none') : `${record.id}-${undoing}`;
      return [{ dispatch: named, said: outcome.answer ?? outcome.refusal, byOps }];
    }
    if (stimulus?.kind !== 'answer' && stimulus?.kind !== 'failure') return [];
    return [
      { dispatch: `${record.id}-${stimulus.dispatch}`, said: stimulus.output ?? stimulus.error, byOps },
    ];
  };
  return journal.flatMap(answerOf);
}
