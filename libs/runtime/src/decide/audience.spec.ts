import { type CompiledJourney } from '#journey';
import { timelineOf } from '../timeline.js';
import { type JournalEntry } from '../journey-record.js';
import { audienceOf } from './audience.js';

const HEIR = '0195a6c0-0000-7000-8000-00000000000a';
const OTHER = '0195a6c0-0000-7000-8000-00000000000b';

/** An applicant and several heirs; `office` is the applicant's alone, `consent` asks each heir. */
const VISIBLE: Readonly<Record<string, readonly string[]>> = { office: ['applicant'] };
const TELLS: Readonly<Record<string, readonly object[]>> = {
  'cpr.decided': [{ is: 'decision' }],
  'cpr.ended': [{ is: 'benefit', ends: ['cpr.decided'] }],
};
const journey = {
  roles: ['applicant', 'heir'],
  catalogue: { registerEvent: (id: string) => ({ tells: TELLS[id] }) },
  visibleTo: (path: string) => VISIBLE[path] ?? ['applicant', 'heir'],
  isVisible: (path: string, roles: readonly string[]) =>
    (VISIBLE[path] ?? ['applicant', 'heir']).some(role => roles.includes(role)),
  isMany: (role: string) => role === 'heir',
  taskRole: (path: string) => (path === 'consent' ? 'heir' : path === 'office' ? 'applicant' : undefined),
} as unknown as CompiledJourney;

const entry = (of: Partial<JournalEntry>): JournalEntry => ({
  seq: 7,
  at: 0,
  kind: 'submitted',
  subject: '',
  entered: [],
  left: [],
  detail: null,
  ...of,
});
const audience = (of: Partial<JournalEntry>, anew: readonly string[] = []) =>
  audienceOf(entry(of), anew, journey);

describe('who may see an entry', () => {
  it('is everybody where it is of the journey as a whole', () => {
    for (const kind of ['started', 'cancelled', 'held', 'resumed'] as const) {
      expect(audience({ kind, state: 'office' })).toEqual(['applicant', 'heir']);
    }
  });

  it('is whoever sees a state that it entered, left, or made wait anew', () => {
    expect(audience({ kind: 'reported', state: 'office', entered: ['office'] })).toEqual(['applicant']);
    expect(audience({ kind: 'reported', state: 'office', left: ['home'] })).toEqual(['applicant', 'heir']);
    expect(audience({ kind: 'reported', state: 'office' }, ['home'])).toEqual(['applicant', 'heir']);
    // A report that changes nothing is nobody's news: it may be of somebody else's death.
    expect(audience({ kind: 'reported', state: 'home' })).toEqual([]);
  });

  it('is whoever sees the state that took a decision, also where that leads nowhere else', () => {
    expect(audience({ kind: 'reported', subject: 'cpr.decided', state: 'office' })).toEqual(['applicant']);
    expect(audience({ kind: 'reported', subject: 'cpr.decided' })).toEqual([]);
    // What only ends something is seen by its being gone.
    expect(audience({ kind: 'reported', subject: 'cpr.ended', state: 'office' })).toEqual([]);
  });

  it('is whoever saw that an authority was asked, also where its answer leaves no state', () => {
    for (const kind of ['answered', 'refused', 'skipped'] as const) {
      expect(audience({ kind, state: 'office', actor: 'authority:cpr' })).toEqual(['applicant']);
    }
    expect(audience({ kind: 'late', state: 'home', actor: 'authority:cpr' })).toEqual([]);
  });

  it('is whoever could see the state whose request is undone', () => {
    expect(audience({ kind: 'undone', state: 'office' })).toEqual(['applicant']);
    expect(audience({ kind: 'not-undone' })).toEqual([]);
  });

  it('is one alone of several in a role, who then hears of it, and the others do not', () => {
    const consent = { state: 'consent', actor: HEIR, subject: 'consent decline' };
    expect(audience(consent)).toEqual([HEIR]);
    expect(audience({ state: 'office', actor: OTHER })).toEqual(['applicant']);
    const told = (person: string) =>
      timelineOf([{ ...entry(consent), seenBy: audience(consent) }], person, ['heir'], journey);
    expect(told(HEIR)).toMatchObject([{ kind: 'submitted', by: 'you', subject: 'consent decline' }]);
    expect(told(OTHER)).toEqual([]);
  });

  it('is the others as well once it moves on, but not what was answered', () => {
    const last = { state: 'consent', actor: HEIR, subject: 'consent decline', left: ['consent'] };
    expect(audience(last)).toEqual(['applicant', 'heir']);
    const told = (person: string, role: string) =>
      timelineOf([{ ...entry(last), seenBy: audience(last) }], person, [role], journey);
    expect(told(OTHER, 'heir')).toEqual([{ seq: 7, at: 0, kind: 'moved', entered: [], left: ['consent'] }]);
    expect(told('anna', 'applicant')).toMatchObject([{ kind: 'submitted', by: 'participant' }]);
  });
});
