import { fileURLToPath } from 'node:url';
import {
  type AuthorityDescription,
  type JourneyFiles,
  readJourney,
  readJourneyFolder,
  type ServiceCatalogue,
  type ServiceContract,
} from '#journey';
import { fixtureCatalogue } from '../check/fixtures/fixture-catalogue.js';
import { MET_BY_PORTAL } from './portal.js';
import { scoreJourney } from './score-journey.js';

const files = await readJourneyFolder(fileURLToPath(new URL('../check/fixtures/moving/', import.meta.url)));
const MAIN = '2025-01-01.yaml';

/** The journey of the fixtures, or the contracts, with something changed. */
interface Variant {
  readonly edit?: { readonly file: string; readonly replace: string | RegExp; readonly by: string };
  readonly service?: (contract: ServiceContract) => Partial<ServiceContract>;
  readonly authority?: Partial<AuthorityDescription>;
}

const AS_IT_IS: Variant = {};
const edit = (file: string, replace: string | RegExp, by: string): Variant => ({
  edit: { file, replace, by },
});

function scored({ edit: change, service = () => ({}), authority = {} }: Variant) {
  const { definitions } = readJourney(change ? edited(change) : files);
  const known = fixtureCatalogue();
  const catalogue: ServiceCatalogue = {
    services: () => known.services(),
    registerEvents: () => known.registerEvents(),
    registerEvent: id => known.registerEvent(id),
    authorities: () => known.authorities(),
    service: id => {
      const contract = known.service(id);
      return contract && { ...contract, ...service(contract) };
    },
    authority: id => {
      const description = known.authority(id);
      return description && { ...description, ...authority };
    },
  };
  return scoreJourney(definitions[0]!, catalogue);
}

function edited({ file, replace, by }: NonNullable<Variant['edit']>): JourneyFiles {
  const text = files[file] ?? '';
  const changed = text.replace(replace, by);
  expect(changed).not.toBe(text);
  return { ...files, [file]: changed };
}

const CONTACT = { phone: '+45 12 34 56 78' };
const SECTION = edit(MAIN, '        doctor:\n', '        doctor:\n          meta: { section: doctor }\n');
const OUTCOMES = edit(
  MAIN,
  /moved: \{ type: final \}\n {4}lapsed: \{ type: final \}/,
  `moved: { type: final, meta: { outcome: { is: done, text: moved } } }
    lapsed: { type: final, meta: { outcome: { is: notNeeded, text: lapsed } } }`,
);
const NOTHING_ASKED = edit('forms/move.yaml', /properties:\n[\s\S]*/, 'properties: {}\n');
const ONLY_ONE_TASK = edit(
  MAIN,
  /machine:[\s\S]*/,
  'machine:\n  initial: over\n  states:\n    over: { type: final }\n',
);
const DOCUMENT_ASKED: Variant = {
  service: ({ input }) => ({
    input: {
      ...(input as object),
      required: ['deed'],
      properties: { deed: { type: 'string', format: 'document' } },
    },
  }),
};

/** By indicator: what makes it 0, and what makes it 1. */
const INDICATORS: Readonly<Record<string, readonly [Variant, Variant]>> = {
  '1a.1': [edit('texts/en.yaml', /summary: .*\n/, ''), AS_IT_IS],
  '1a.2': [ONLY_ONE_TASK, AS_IT_IS],
  '1a.4': [edit('texts/da.yaml', /title: Flytning\n/, ''), AS_IT_IS],
  '1a.5': [AS_IT_IS, edit('texts/da.yaml', 'states:\n', 'sections: { doctor: Læge }\nstates:\n')],
  '1b.4': [AS_IT_IS, { authority: { contact: CONTACT } }],
  '1b.5': [
    { authority: { contact: CONTACT } },
    { authority: { contact: CONTACT, hours: { monday: { from: '09:00', until: '15:00' } } } },
  ],
  '1b.8': [{ service: () => ({ decides: true }) }, { service: () => ({ decides: false }) }],
  '2a.1': [AS_IT_IS, OUTCOMES],
  '2a.2': [AS_IT_IS, SECTION],
  '2a.3': [ONLY_ONE_TASK, AS_IT_IS],
  '2a.4': [edit(MAIN, 'estimatedDuration: P6W\n', ''), AS_IT_IS],
  '2a.5': [edit(MAIN, 'form: move, due: P30D, remind: P7D', 'form: move'), AS_IT_IS],
  '2a.6': [
    { service: () => ({ answers: 'later', maximumTime: undefined }) },
    { service: () => ({ answers: 'later', maximumTime: 'P5D' }) },
  ],
  '2a.8': [edit('forms/doctor.yaml', ', minLength: 1, maxLength: 40', ''), AS_IT_IS],
  '2a.9': [edit('texts/da.yaml', /(choosingDoctor: \{ title: [^,]*), help: [^}]*\}/, '$1 }'), AS_IT_IS],
  '2b.1': [{ service: () => ({ categories: {} }) }, AS_IT_IS],
  '2b.5': [{ service: () => ({ ground: undefined }) }, AS_IT_IS],
  '3.2': [
    edit(MAIN, 'partner: { optional: true }', 'partner: { optional: true, unregistered: true }'),
    AS_IT_IS,
  ],
  '3.4': [ONLY_ONE_TASK, AS_IT_IS],
  '3.7': [DOCUMENT_ASKED, AS_IT_IS],
  '3.8': [{ ...edit(MAIN, /type: message/g, 'type: forget'), service: () => ({ decides: true }) }, AS_IT_IS],
  '3.9': [ONLY_ONE_TASK, AS_IT_IS],
  '3.10': [edit('forms/move.yaml', /\n {4}x-once-only: the new .*/, ''), AS_IT_IS],
  '4.1': [edit('texts/en.yaml', /declareMove: \{ title: [^\n]*\n/, '\n'), AS_IT_IS],
  '4.2': [
    AS_IT_IS,
    edit(MAIN, 'partner: { optional: true }', 'partner: { optional: true, unregistered: true }'),
  ],
};

function valueOf(id: string, variant: Variant) {
  return scored(variant)
    .groups.flatMap(({ indicators }) => indicators)
    .find(indicator => indicator.id === id);
}

describe.each(Object.entries(INDICATORS))('indicator %s', (id, [unmet, met]) => {
  it('is 0 with a reason in both languages', () => {
    expect(valueOf(id, unmet)).toMatchObject({ value: 0, reason: expect.anything() });
  });

  it('is 1 with another', () => {
    const judged = valueOf(id, met);
    expect(judged).toMatchObject({ value: 1 });
    expect(judged?.reason).not.toEqual(valueOf(id, unmet)?.reason);
  });
});

test('every indicator is judged or says why it is open, and each that is judged is tried here', () => {
  const all = scored(AS_IT_IS).groups.flatMap(({ indicators }) => indicators);
  expect(all.filter(({ value, open }) => (value === undefined) === (open === undefined))).toEqual([]);
  const judged = all
    .filter(({ id, value }) => value !== undefined && !Object.hasOwn(MET_BY_PORTAL, id))
    .map(({ id }) => id);
  expect(judged.sort()).toEqual(Object.keys(INDICATORS).sort());
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

test('what the portal meets counts for each journey, with its reason', () => {
  for (const [id, reason] of Object.entries(MET_BY_PORTAL)) {
    expect(valueOf(id, AS_IT_IS)).toMatchObject({ value: 1, reason });
  }
});

test('the score of a group is of what is judged, and that of the journey the mean of the groups', () => {
  const { groups, score } = scored(AS_IT_IS);
  for (const { score: percent, indicators } of groups) {
    const values = indicators.flatMap(({ value }) => value ?? []);
    const sum = values.reduce<number>((total, value) => total + value, 0);
    expect(percent).toBe(values.length === 0 ? undefined : Math.round((sum / values.length) * 100));
  }
  const known = groups.flatMap(({ score: percent }) => percent ?? []);
  expect(score).toBe(Math.round(known.reduce((total, each) => total + each, 0) / known.length));
});

/** By principle: what makes its share smaller. */
const PRINCIPLES: Readonly<Record<string, Variant>> = {
  '1': edit(MAIN, ', source: CPR-loven § 28', ''),
  '2': edit(MAIN, 'partner: { optional: true }', 'partner: { optional: true, unregistered: true }'),
  '3': { service: () => ({ answers: 'later' }) },
  '4': edit(MAIN, "          prefill: { date: '= move.date' }\n", ''),
  '5': edit(MAIN, /retention: .*\n/, ''),
  '6': { service: () => ({ tier: 'municipal', effect: undefined }) },
  '7': edit('forms/doctor.yaml', ', minLength: 1, maxLength: 40', ''),
};

test.each(Object.entries(PRINCIPLES))('principle %s is measured', (id, variant) => {
  const shareIn = (of: Variant) => {
    const { part, whole, names } = scored(of).principles.find(principle => principle.id === id)!;
    expect(names.length).toBeLessThanOrEqual(whole);
    return part / whole;
  };
  const before = shareIn(AS_IT_IS);
  expect(before).toBeGreaterThan(0);
  expect(shareIn(variant)).toBeLessThan(before);
});

test('a form that asks for nothing has no fields', () => {
  const four = scored(NOTHING_ASKED).principles.find(({ id }) => id === '4');
  expect(four?.whole).toBe((scored(AS_IT_IS).principles.find(({ id }) => id === '4')?.whole ?? 0) - 5);
});

describe('what does not apply', () => {
  it('is left open: nobody takes part whom only a participant could name', () => {
    const invite = "              - { type: invite, params: { role: partner, person: '= move.partner' } }\n";
    const nobody = valueOf('4.2', edit(MAIN, invite, ''));
    expect(nobody?.value).toBeUndefined();
    expect(nobody?.open?.en).toContain('Not applicable');
  });
});
