import { parseDispatchId } from '#runtime';
import { type Audit, decided, idOf } from './audit-case.js';
import { none, same } from './finding.js';

/**
 * Everything that a cancelled journey did and that can be undone is undone, once, by the service that undoes it, last done first.
 * What an authority refuses to undo is in the journal.
 */
export const auditUndone: Audit = of => {
  const { replayed, compiled, ledger } = of;
  if (!replayed.state.undoing) return [];
  const compensations = replayed.dispatches.filter(({ seq }) => seq > replayed.state.chart.seq);
  const undone = compensations.map(({ step, service }) => `${step} ${service}`);
  const done = replayed.dispatches.flatMap(dispatch => {
    const id = idOf(of, dispatch);
    const compensation = compiled.catalogue.service(dispatch.service)?.compensation;
    const effect = decided(ledger, id).some(({ kind }) => kind === 'effect');
    return effect && compensation !== undefined ? [`${id} ${compensation}`] : [];
  });
  const pending = replayed.state.undoing.queue.map(({ undoes, service }) => `${undoes} ${service}`);
  const promised = new Set([...undone, ...pending]);
  // An effect that is undone in name only came after its undoing, which should have kept it out.
  const inName = compensations.flatMap(compensation => {
    const [entry] = decided(ledger, idOf(of, compensation));
    if (compensation.status !== 'answered' || entry?.undone !== false) return [];
    return decided(ledger, compensation.step).some(({ kind }) => kind === 'effect')
      ? [compensation.step]
      : [];
  });
  const leftOut = done.filter(effect => !promised.has(effect));
  const twice = undone.filter((one, index) => undone.indexOf(one) !== index);
  const order = compensations.map(({ step }) => parseDispatchId(step)?.seq ?? 0);
  const lastFirst = [...order].sort((a, b) => b - a);
  return [
    ...none('undone', 'what is not undone', leftOut),
    ...none('undone', 'what is undone twice', twice),
    ...none('undone', 'what is undone in name only', inName),
    ...same('undone', 'order', lastFirst, order),
  ];
};
