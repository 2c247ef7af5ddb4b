import { type JournalEntry } from '#runtime';
import { type Reading } from './accounts.js';
import { type Claim, none, same } from './finding.js';
import { type Audit, type JourneyCase } from './journey-case.js';

/** What each participant reads of the journey is what is stored. */
export const auditRepresentation: Audit = of => of.readings.flatMap(reading => auditReading(of, reading));

function auditReading(of: JourneyCase, { person, status, etag, document, seqOf }: Reading): Claim[] {
  const { record, compiled, journal, replayed, at } = of;
  const { chart, compensating } = replayed.state;
  const about = (what: string): string => `${what} as ${person} reads it`;
  const roles = compiled.rolesOf(chart, person);
  // Those whom it is only about, as the deceased or the child, do not read it.
  const expected = roles.length > 0 ? 200 : 404;
  if (status !== 200 || !document) return same('representation', about('the journey'), expected, status);
  const visible = (path: string): boolean => compiled.isVisible(path, roles);
  const going = replayed.status === 'active' || replayed.status === 'held';
  const open = going ? compiled.openTasks(chart, at).filter(({ task }) => visible(task)) : [];
  const mine = open.filter(({ persons }) => persons.includes(person));
  // What others may do at any time is nothing that they are waited for with.
  const others = open.filter(
    ({ persons, kind }) => kind !== 'standing' && persons.length > 0 && !persons.includes(person),
  );
  // States without a text of their own are not shown.
  const states = compensating ? [] : compiled.activePaths(chart).filter(visible);
  const strange = document.states.map(({ path }) => path).filter(path => !states.includes(path));
  const seqs = document.happened.map(({ id }) => seqOf(id) ?? NaN);
  const viewers = [...roles, person];
  const heard = journal.flatMap(({ seq, seenBy }) =>
    seenBy?.some(one => viewers.includes(one)) ? [seq] : [],
  );
  const theirs = journal.filter(entry => hearsOf(entry, of, person, roles)).map(({ seq }) => seq);
  const last = heard.at(-1);
  const tagged = /^"([\w-]+)\./.exec(etag ?? '')?.[1] ?? '';
  return [
    ...same('representation', about('id'), record.id, document.id),
    ...same('representation', about('hash'), record.hash, document.hash),
    ...same('representation', about('status'), replayed.status, document.status),
    ...same('representation', about('version'), last, seqOf(document.version)),
    ...same('representation', about('ETag'), last, seqOf(tagged)),
    ...same('representation', about('tasks'), names(mine), names(document.tasks)),
    ...same('representation', about('tasks of others'), names(others), names(document.others)),
    ...none('representation', about('states'), strange),
    ...same('representation', about('what happened'), heard.slice(-seqs.length), seqs),
    ...same('representation', about('what is theirs to hear'), theirs, heard),
    ...same('representation', about('the beginning of it'), seqs[0] === heard[0], !document.earlier),
  ];
}

/** Whether a person hears of an entry, told once more and by other means than the program's own. */
function hearsOf(
  { seq, kind, actor, subject, state, entered, left, detail }: JournalEntry,
  { compiled, replayed }: JourneyCase,
  person: string,
  roles: readonly string[],
): boolean {
  if (['offered', 'declined', 'started', 'cancelled', 'held', 'resumed'].includes(kind)) return true;
  if (kind === 'began') return (detail as { begun: { person: string } }).begun.person === person;
  const sees = (path: string): boolean => compiled.isVisible(path, roles);
  const about = state === undefined ? [] : [state];
  if (kind === 'undone' || kind === 'not-undone') return about.some(sees);
  if (roles.length === 0) return false;
  const tells = compiled.catalogue.registerEvent(subject)?.tells ?? [];
  const says = kind === 'reported' && tells.some(({ ends }) => ends === undefined);
  const settled = says || ['answered', 'refused', 'skipped'].includes(kind) ? about : [];
  return actor === person || [...entered, ...left, ...(replayed.anew.get(seq) ?? []), ...settled].some(sees);
}

function names(tasks: readonly { readonly task: string }[]): string[] {
  return tasks.map(({ task }) => task).sort();
}
