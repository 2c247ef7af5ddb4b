import { dispatchId } from '#runtime';
import { type Audit, decided, idOf } from './audit-case.js';
import { none, same } from './finding.js';

/**
 * Everything that a cancelled journey did and that can be undone is undone, once, by the service that undoes it, last done first.
 * What an authority refuses to undo is in the journal.
 */
export const auditUndone: Audit = of => {
  const { replayed, compiled, ledger } = of;
  if (!replayed.state.compensating) return [];
  const compensations = replayed.dispatches.filter(({ seq }) => seq > replayed.state.chart.seq);
  const { id } = of.record;
  const undone = compensations.map(({ undoes, service }) => `${dispatchId(id, undoes!)} ${service}`);
  const done = replayed.dispatches.flatMap(dispatch => {
    const key = idOf(of, dispatch);
    const compensation = compiled.catalogue.service(dispatch.service)?.compensation;
    const effect = decided(ledger, key).some(({ kind }) => kind === 'effect');
    return effect && compensation !== undefined ? [`${key} ${compensation}`] : [];
  });
  const pending = replayed.state.compensating.queue.map(
    ({ undoes, service }) => `${dispatchId(id, undoes)} ${service}`,
  );
  const promised = new Set([...undone, ...pending]);
  // An effect that is undone in name only came after its undoing, which should have kept it out.
  const inName = compensations.flatMap(compensation => {
    const [entry] = decided(ledger, idOf(of, compensation));
    if (compensation.status !== 'answered' || entry?.undone !== false) return [];
    const key = dispatchId(id, compensation.undoes!);
    return decided(ledger, key).some(({ kind }) => kind === 'effect') ? [key] : [];
  });
  const leftOut = done.filter(effect => !promised.has(effect));
  const twice = undone.filter((one, index) => undone.indexOf(one) !== index);
  const order = compensations.map(({ undoes }) => undoes ?? 0);
  const lastFirst = [...order].sort((a, b) => b - a);
  return [
    ...none('undone', 'what is not undone', leftOut),
    ...none('undone', 'what is undone twice', twice),
    ...none('undone', 'what is undone in name only', inName),
    ...same('undone', 'order', lastFirst, order),
  ];
};
