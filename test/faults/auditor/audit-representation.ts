import type { Reading } from './accounts.js';
import type { Audit, Case } from './audit-case.js';
import { none, same } from './finding.js';
import type { Claim } from './finding.js';

/** What each participant reads of the journey is what is stored. */
export const auditRepresentation: Audit = of => of.readings.flatMap(reading => auditReading(of, reading));

function auditReading(of: Case, { person, status, etag, document }: Reading): Claim[] {
  const { record, compiled, journal, replayed, at } = of;
  const { chart, undoing } = replayed.state;
  const about = (what: string): string => `${what} as ${person} reads it`;
  const roles = compiled.rolesOf(chart, person);
  // Those whom it is only about, as the deceased or the child, do not read it.
  const expected = roles.length > 0 ? 200 : 404;
  if (status !== 200 || !document) return same('representation', about('the journey'), expected, status);
  const visible = (path: string): boolean => compiled.isVisible(path, roles);
  const going = replayed.status === 'active' || replayed.status === 'held';
  const open = going ? compiled.openTasks(chart, at).filter(({ task }) => visible(task)) : [];
  const mine = open.filter(({ persons }) => persons.includes(person));
  const others = open.filter(({ persons }) => persons.length > 0 && !persons.includes(person));
  // States without a text of their own are not shown.
  const states = undoing ? [] : compiled.activePaths(chart).filter(visible);
  const strange = document.states.map(({ path }) => path).filter(path => !states.includes(path));
  const seqs = document.happened.map(({ seq }) => seq);
  const unheard = seqs.filter(seq => !journal.some(entry => entry.seq === seq));
  const inOrder = [...new Set(seqs)].sort((a, b) => a - b);
  const tagged = Number(/^"(\d+)[."]/.exec(etag ?? '')?.[1]);
  return [
    ...same('representation', about('id'), record.id, document.id),
    ...same('representation', about('hash'), record.hash, document.hash),
    ...same('representation', about('status'), replayed.status, document.status),
    ...same('representation', about('version'), replayed.version, document.version),
    ...same('representation', about('ETag'), replayed.version, tagged),
    ...same('representation', about('tasks'), names(mine), names(document.tasks)),
    ...same('representation', about('tasks of others'), names(others), names(document.others)),
    ...none('representation', about('states'), strange),
    ...none('representation', about('what happened'), unheard),
    ...same('representation', about('order of what happened'), inOrder, seqs),
  ];
}

function names(tasks: readonly { readonly task: string }[]): string[] {
  return tasks.map(({ task }) => task).sort();
}
