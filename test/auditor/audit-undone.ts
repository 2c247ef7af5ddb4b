import { dispatchId } from '#runtime';
import { none, same } from './finding.js';
import { type Audit, decided, idOf } from './journey-case.js';

/**
 * Everything that a cancelled journey did and that can be undone is undone, once, by the service that undoes it, last done first.
 * What an authority refuses to undo is in the journal.
 */
export const auditUndone: Audit = of => {
  const { replayed, compiled, effects, record } = of;
  const { compensating } = replayed.state;
  const keyOf = (seq: number): string => dispatchId(record.id, seq);
  const hadEffect = (key: string): boolean => decided(effects, key).some(({ kind }) => kind === 'effect');
  const undoings = effects.filter(({ kind }) => kind === 'compensation');
  const keys = undoings.map(({ undoes }) => undoes);
  // An effect that is undone in name only came after its undoing, which should have kept it out.
  const inName = undoings.flatMap(({ key, undoes = '', undone }) =>
    same('undone', `whether ${key} undid something`, hadEffect(undoes), undone),
  );
  const asked = compensating ? replayed.dispatches.filter(({ seq }) => seq > replayed.state.chart.seq) : [];
  const done = replayed.dispatches.flatMap(dispatch => {
    const compensation = compiled.catalogue.service(dispatch.service)?.compensation;
    const id = idOf(of, dispatch);
    return compensation !== undefined && hadEffect(id) ? [`${id} ${compensation}`] : [];
  });
  const undone = asked.map(({ undoes, service }) => `${keyOf(undoes!)} ${service}`);
  const pending = compensating?.queue.map(({ undoes, service }) => `${keyOf(undoes)} ${service}`) ?? [];
  const leftOut = compensating ? done.filter(effect => ![...undone, ...pending].includes(effect)) : [];
  const order = asked.map(({ undoes }) => undoes ?? 0);
  return [
    ...inName,
    ...none('undone', 'what is not undone', leftOut),
    ...none('undone', 'what is undone twice', [...twice(undone), ...twice(keys)]),
    ...none(
      'undone',
      'what nobody wanted undone',
      keys.filter(key => !asked.some(({ undoes }) => keyOf(undoes!) === key)),
    ),
    ...same(
      'undone',
      'order',
      order.toSorted((a, b) => b - a),
      order,
    ),
  ];
};

function twice<T>(values: readonly T[]): readonly T[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
