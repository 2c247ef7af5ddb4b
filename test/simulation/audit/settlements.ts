import { type Case } from './evidence.js';

/** What the journal says of the answer to one dispatch, or of its skipping. */
export interface JournalledAnswer {
  readonly dispatch: string;
  /** The answer, or the refusal. */
  readonly said: unknown;
  readonly byOps: boolean;
  /** Ops went on without it: nobody knows what was done. */
  readonly skipped: boolean;
  /** It was kept for later, because the journey was held. */
  readonly kept: boolean;
}

interface Detail {
  readonly stimulus?: { kind: string; dispatch: number; output?: unknown; error?: unknown };
  readonly dispatch?: string;
  readonly outcome?: { readonly kind: string; readonly answer?: unknown; readonly refusal?: unknown };
}

/** Every answer in a journal, in order. Compensations go one at a time: the first to be undone is the first that was asked. */
export function journalledAnswers({ row, journal, dispatches }: Case): readonly JournalledAnswer[] {
  const compensations = dispatches
    .filter(({ input }) => typeof (input as { readonly undoes?: unknown }).undoes === 'string')
    .sort((a, b) => a.seq - b.seq);
  const answers: JournalledAnswer[] = [];
  for (const { kind, actor, detail } of journal) {
    const { stimulus, dispatch, outcome } = detail as Detail;
    const byOps = actor?.startsWith('ops:') ?? false;
    const kept = kind === 'held' || kind === 'waiting';
    const skipped = stimulus?.kind === 'skip' || outcome?.kind === 'skipped';
    if (stimulus && ['answer', 'failure', 'skip'].includes(stimulus.kind)) {
      const said = stimulus.output ?? stimulus.error;
      answers.push({ dispatch: `${row.id}-${stimulus.dispatch}`, said, byOps, skipped, kept });
    } else if (outcome) {
      const undone = kind === 'undone' || kind === 'not-undone';
      const named = undone ? compensations.shift()?.id : dispatch;
      answers.push({
        dispatch: named ?? 'none',
        said: outcome.answer ?? outcome.refusal,
        byOps,
        skipped,
        kept,
      });
    }
  }
  return answers;
}
