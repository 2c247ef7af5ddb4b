import { dispatchId } from '#runtime';
import { type Case, same } from './evidence.js';
import { journalledAnswers } from './settlements.js';

/** Nothing stands in the ledgers that was not asked for, and what does is what was asked. */
export function* effectsWereAskedFor({ ledger, dispatches, world }: Case): Iterable<string> {
  for (const { key, service, input, kind } of ledger) {
    const asked = dispatches.find(({ id }) => id === key);
    if (!asked) yield `${key}: ${kind} of ${service}, which nobody asked for`;
    else if (asked.service !== service || !same(asked.input, input)) {
      yield `${key}: asked ${asked.service} ${JSON.stringify(asked.input)}, came ${service} ${JSON.stringify(input)}`;
    }
    if (world.authorities.contradictions.includes(key)) yield `${key} came again with another content`;
  }
}

/** Each answer in a journal is the one the authority gave, once; what is settled, the authority or ops have settled. */
export function* answersAreTheAuthorities(of: Case): Iterable<string> {
  const { ledger, dispatches } = of;
  const answers = journalledAnswers(of);
  for (const { dispatch, said, byOps } of answers) {
    if (byOps) continue;
    const reply = ledger.find(({ key }) => key === dispatch)?.reply;
    const given = reply?.kind === 'answered' ? reply.answer : reply?.refusal;
    if (!same(given, said)) {
      yield `${dispatch}: journalled ${JSON.stringify(said)}, said ${JSON.stringify(given)}`;
    }
  }
  for (const { id, status } of dispatches) {
    const applied = answers.filter(({ dispatch, skipped }) => dispatch === id && !skipped).length;
    const settled = status === 'answered' || status === 'refused' || status === 'late';
    if (applied !== (settled ? 1 : 0)) yield `${id} is ${status}, and was answered ${applied} times`;
    if (status === 'accepted' && !ledger.some(({ key }) => key === id)) yield `${id} is accepted by nobody`;
  }
}

/** A journey that is over by cancellation has left nothing behind that can be undone; nothing else was undone. */
export function* cancelledIsUndoneOnce(of: Case): Iterable<string> {
  const { row, compiled, ledger, dispatches, journal } = of;
  const compensations = ledger.filter(({ kind }) => kind === 'compensation');
  const keys = compensations.map(({ undoes }) => undoes!);
  if (new Set(keys).size < keys.length) yield `undone twice: ${keys.join(' ')}`;
  const cancelled = journal.some(({ kind }) => kind === 'cancelled');
  if (!cancelled && keys.length > 0) yield `${keys.join(' ')} undone, though it was not cancelled`;
  for (const key of keys) {
    if (!dispatches.some(({ id }) => id === key)) yield `${key} was undone, and never asked`;
  }
  if (row.status !== 'cancelled') return;
  const resolved = journalledAnswers(of).filter(({ byOps }) => byOps);
  const byHand = new Set(
    resolved.flatMap(({ dispatch }) => {
      const undone = dispatches.find(({ id }) => id === dispatch)?.undoes;
      return undone === undefined ? [] : dispatchId(row.id, undone);
    }),
  );
  const refused = ledger.filter(({ kind }) => kind === 'refusal');
  for (const { key, service, kind } of ledger) {
    const undoing = compiled.catalogue.service(service)?.compensation;
    if (kind !== 'effect' || undoing === undefined || keys.includes(key)) continue;
    const stands = refused.some(({ input }) => (input as { readonly undoes?: string }).undoes === key);
    if (!byHand.has(key) && !stands) yield `${key} ${service} stands, though the journey was cancelled`;
  }
  for (const { undoes, undone } of compensations) {
    const effect = ledger.some(({ key, kind }) => key === undoes && kind === 'effect');
    if (effect !== undone) yield `${undoes}: undone ${undone}, but it ${effect ? 'had' : 'had no'} effect`;
  }
}
