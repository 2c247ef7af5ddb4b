import { fileURLToPath } from 'node:url';
import { type JourneyFiles, readJourneyFolder, type ServiceCatalogue } from '#journey';
import { fixtureCatalogue } from '../check/fixtures/fixture-catalogue.js';
import { completionsAt, declarationOf, meaningAt } from './language.js';
import { OpenJourney } from './open-journey.js';
import { type CursorInFile } from './spot.js';

const MAIN = '2025-01-01.yaml';
let files: JourneyFiles;
let catalogue: ServiceCatalogue;
let journey: OpenJourney;

beforeAll(async () => {
  files = await readJourneyFolder(fileURLToPath(new URL('../check/fixtures/moving/', import.meta.url)));
  catalogue = fixtureCatalogue();
  journey = new OpenJourney(files, catalogue);
});

/** A cursor at the `|` of what is written in the place of a text that the file has once. */
function cursor(instead: string, written: string, file = MAIN): CursorInFile {
  const parts = (files[file] ?? '').split(instead);
  if (parts.length !== 2) throw new Error(`${instead} stands ${parts.length - 1} times in ${file}.`);
  const text = parts.join(written);
  const offset = text.indexOf('|', parts[0]?.length);
  return { file, text: text.slice(0, offset) + text.slice(offset + 1), offset };
}

const names = (instead: string, written: string, file?: string): string[] =>
  completionsAt(journey, cursor(instead, written, file)).terms.map(({ name }) => name);

describe('completion of', () => {
  test('a target: states beside, inside, and by id', () => {
    expect(names('agree:\n          target: underWay', 'agree:\n          target: |')).toEqual(
      expect.arrayContaining(['declareMove', 'underWay', 'moved', 'lapsed', "'#moving'"]),
    );
    expect(names('type: parallel', 'type: parallel\n      on: { cpr.moved: .|')).toContain('.population');
    expect(names('keep: done', 'keep: |')).toEqual(
      expect.arrayContaining(['changing', 'done', 'choosingDoctor']),
    );
    expect(names('keep: done', 'keep: |')).not.toContain('registering');
    expect(names('keep: done', "keep: '#moving.underWay.|")).toContain('#moving.underWay.daycare');
    expect(names('onDone: moved', 'onDone: |')).toContain('lapsed');
  });

  test('a placeholder: what the text is given, and how it is put into words', () => {
    const [before, file] = ['fra {date, date}.', 'texts/da.yaml'];
    expect(names(before, 'fra {|', file)).toEqual(['date']);
    expect(names(before, 'fra {date, per|', file)).toEqual(expect.arrayContaining(['period', 'person']));
    expect(names(before, 'fra |', file)).toEqual([]);
  });

  test('a target behind a colon in braces that are not closed', () => {
    expect(names('- { target: registering }', '- { target: |')).toContain('notRegistered');
  });

  test('an initial state: those inside', () => {
    expect(names('initial: choosingDoctor', 'initial: |')).toEqual([
      'choosingDoctor',
      'changing',
      'waitingForCard',
      'done',
    ]);
  });

  test('a service, with its title', () => {
    const { terms, replaces } = completionsAt(journey, cursor('src: cpr.registerMove', 'src: cpr.|'));
    expect(terms.find(({ name }) => name === 'cpr.registerMove')?.detail).toBe(
      'CPR registers your move. CPR',
    );
    // What was typed of it is replaced, its dot too.
    expect(replaces.end - replaces.start).toBe('cpr.'.length);
  });

  test('the inputs of the service beside, without those that are there', () => {
    const input = "input: { person: '= applicant.cpr', doctor: '= doctor.doctor' }";
    expect(names(input, 'input: {|')).toEqual(expect.arrayContaining(['person', 'doctor']));
    expect(names(input, "input: { person: '= applicant.cpr', |")).toEqual(['doctor']);
    expect(names("address: '= move.address', date: '= move.date' }", 'address: { |')).toEqual([
      'street',
      'postcode',
    ]);
  });

  test.each([
    ['a guard', 'guard: rents', 'guard: |', 'rents'],
    ['who may cancel', 'when: beforeTheMove }', 'when: |', 'beforeTheMove'],
    ['a form', 'form: daycare', 'form: |', 'housingBenefit'],
    ['a due time: delays', 'due: benefitWindow', 'due: |', 'benefitWindow'],
    ['a due time: parameters that are periods', 'due: benefitWindow', 'due: |', 'noticeAfterMove'],
    ['a timer', 'after: { P13W: noWish }', 'after: { mun|', 'municipalAnswer'],
    ['a role', 'role: partner\n', 'role: |\n', 'applicant'],
    ['a receiver', 'text: partnerDeclined, to: applicant', 'text: partnerDeclined, to: |', 'partner'],
    [
      'receivers',
      'text: partnerDeclined, to: applicant',
      'text: partnerDeclined, to: [applicant, |',
      'partner',
    ],
    ['a message', 'text: partnerDeclined, to', 'text: |, to', 'benefitLapsed'],
    [
      'a message, in short',
      'actions: { type: message, params: { text: partnerDeclined, to: applicant } }',
      'actions: { message: |',
      'benefitLapsed',
    ],
    ['an event of the form', 'keep: done', 'ke|', 'keep'],
    ['an event of an authority', 'keep: done', 'sund|', 'sundhed.cardSent'],
    [
      'a report that is awaited',
      'on: { sundhed.cardSent',
      'meta: { awaits: | }\n              on: { sundhed.cardSent',
      'sundhed.cardSent',
    ],
    ['a refusal', 'onError: choosingDoctor', 'onError: { | }', 'else'],
    ['a target by refusal', 'onError: choosingDoctor', 'onError: { noSuch: | }', 'changing'],
    ['a field to fill in', "prefill: { date: '= move.date' }", 'prefill: { | }', 'date'],
    ['a placeholder', "with: { amount: '= grant.monthly' }", 'with: { |', 'amount'],
    [
      'a state to begin in, by a guard',
      'initial: choosingDoctor',
      'initial: [{ guard: rents, target: |',
      'changing',
    ],
    [
      'what follows a time that is over',
      'form: doctor, due: P60D }',
      'form: doctor, due: P60D, overdue: | }',
      'changing',
    ],
    [
      'how long an answer is waited for',
      'onError: choosingDoctor',
      'noAnswer: { after: |',
      'municipalAnswer',
    ],
    [
      'a fact, in short',
      'actions: { type: remember, params: { as: consent } }',
      'actions: { remember: |',
      'move',
    ],
    ['an action', 'type: remember, params: { as: grant }', 'type: |, params: { as: grant }', 'invite'],
  ])('%s', (_, instead, written, name) => {
    expect(names(instead, written)).toContain(name);
  });

  test('a kind of data in a form', () => {
    const form = 'forms/doctor.yaml';
    expect(names(files[form] ?? '', 'properties:\n  doctor: { type: string, x-category: |', form)).toContain(
      'identity',
    );
  });

  test('the fields of a form in its conditions and pages', () => {
    const form = 'forms/move.yaml';
    const partner = '  partner: { type: string, format: cpr }';
    const offered = names(partner, "  partner: { type: string, format: cpr, x-only-if: '= |' }", form);
    expect(offered).toEqual(expect.arrayContaining(['children', 'tenure', 'today', 'parameters']));
    expect(names(partner, `  partner: { type: string, x-only-if: "= tenure == '|" }`, form)).toEqual([
      'rented',
      'owned',
    ]);
    expect(names(partner, `${partner}\nx-pages: [[date, |`, form)).toContain('tenure');
  });

  test('a key of the texts', () => {
    expect(names('messages:\n', 'messages:\n  |\n', 'texts/da.yaml')).toEqual([]);
    expect(names('  lapsed: Flytningen blev ikke meldt\n', '  |\n', 'texts/da.yaml')).toEqual(['lapsed']);
  });

  test('nothing where nothing is named', () => {
    expect(names('estimatedDuration: P6W', 'estimatedDuration: |')).toEqual([]);
    expect(names('estimatedDuration: P6W', 'estimatedDuration: P6W # target: |')).toEqual([]);
  });
});

describe('completion in an expression', () => {
  const rents = `{ when: "= move.tenure == 'rented'", source: Boligstøtteloven § 2 }`;

  test('of names: facts, roles, the words of the language, functions', () => {
    const offered = names(rents, "{ when: '= |'");
    expect(offered).toEqual(
      expect.arrayContaining([
        'move',
        'grant',
        'applicant',
        'partner',
        'today',
        'parameters',
        'daysBetween',
        'has',
      ]),
    );
    expect(offered).not.toContain('filter');
  });

  test('in a state: only what can be there by then', () => {
    const offered = names("date: '= move.date' }\n      on", "date: '= | }\n      on");
    expect(offered).toEqual(expect.arrayContaining(['consent', 'move', 'partner']));
    expect(offered).not.toContain('grant');
  });

  test('of members, by the type of the fact', () => {
    expect(names(rents, '{ when: = registration.|')).toEqual(['registered', 'municipality']);
    expect(names(rents, '{ when: = move.address.|')).toEqual(expect.arrayContaining(['street', 'postcode']));
    expect(names(rents, '{ when: = applicant.| == move.partner')).toEqual(['cpr', 'id']);
    expect(names(rents, '{ when: = today > move.date + parameters.not|')).toContain('noticeAfterMove');
    expect(names(rents, '{ when: = nothing.|')).toEqual([]);
  });

  test('of the words that a text may be, in quotes that the YAML allows', () => {
    expect(names(rents, "{ when: '= move.tenure == |'")).toEqual(
      expect.arrayContaining(['"rented"', '"owned"']),
    );
    expect(names(rents, '{ when: "= move.tenure == \'|')).toEqual(
      expect.arrayContaining(['rented', 'owned']),
    );
    expect(names(rents, `{ when: "= move.tenure in ['owned', '|`)).toContain('rented');
    expect(names(rents, `{ when: "= refusal.code == '|`)).toContain('protectedAddress');
  });

  test('of what a comprehension binds', () => {
    const record = { ...files, [MAIN]: (files[MAIN] ?? '').replace('kommune.reviewAddress', 'cpr.person') };
    const list =
      record[MAIN]?.replace(
        'onDone: registered\n',
        'onDone: { target: registered, actions: { type: remember, params: { as: looked } } }\n',
      ) ?? '';
    const open = new OpenJourney({ ...record, [MAIN]: list }, catalogue);
    const written = "{ when: '= looked.children.exists(child, ch";
    const text = list.replace(rents, written);
    const at = { file: MAIN, text, offset: text.indexOf(written) + written.length };
    expect(completionsAt(open, at).terms.find(({ name }) => name === 'child')?.detail).toBe('person');
    const list2 = {
      ...at,
      text: text.replace('children.exists(child, ch', 'children.'),
      offset: at.offset - 'exists(child, ch'.length,
    };
    expect(completionsAt(open, list2).terms.map(({ name }) => name)).toContain('exists');
  });
});

test('a file with nothing but states, as parts are, has targets too', () => {
  const text = 'initial: one\nstates:\n  one: { on: { go: ';
  const at = { file: 'parts/affairs.yaml', text, offset: text.length };
  expect(completionsAt(journey, at).terms.map(({ name }) => name)).toContain('one');
});

test('what was last well formed is known while the file is broken', () => {
  const broken = new OpenJourney({ ...files, [MAIN]: 'id: [' }, catalogue, journey);
  expect(completionsAt(broken, cursor('keep: done', 'keep: |')).terms.map(({ name }) => name)).toContain(
    'changing',
  );
});

describe('hover', () => {
  const about = (instead: string, written: string) => meaningAt(journey, cursor(instead, written))?.about;

  test('tells a contract in words', () => {
    const text = about('src: cpr.registerMove', 'src: cpr.reg|isterMove');
    expect(text).toContain('**CPR registers your move** (cpr.registerMove)');
    expect(text).toContain('Answers later, within P5D.');
    expect(text).toContain('- remark: text, may be left out (address)');
    expect(text).toContain('- protectedAddress: The address is protected');
    expect(text).toContain('Undone by cpr.withdrawMove.');
  });

  test.each([
    ['a function', "when: '= has(move.partner)'", "when: '= dat|e(now) == today'", '`date(timestamp): date`'],
    [
      'a parameter',
      'parameters.noticeAfterMove',
      'parameters.notice|AfterMove',
      '- from 2020-01-01: P5D, CPR-loven § 12 (found)',
    ],
    ['a fact', "when: '= has(move.partner)'", "when: '= has(mo|ve.partner)'", '**move**: {'],
    ['a member', "when: '= has(move.partner)'", "when: '= has(move.part|ner)'", '**partner**: person'],
    ['a condition', 'guard: rents', 'guard: re|nts', "move.tenure == 'rented'"],
    ['a delay', 'due: benefitWindow', 'due: |benefitWindow', 'Boligstøtteloven § 15'],
    [
      'the law behind a delay',
      'due: benefitWindow',
      'due: |benefitWindow',
      'from 2015-01-01 until 2019-12-31: P1M',
    ],
    ['a message', 'text: partnerDeclined', 'text: partner|Declined', '\n---\n'],
    ['a state', 'onDone: moved', 'onDone: mov|ed', '**moved**'],
  ])('tells %s', (_, instead, written, words) => {
    expect(about(instead, written)).toContain(words);
  });

  test('is silent where nothing is named', () => {
    expect(about('guard: rents', 'gua|rd: rents')).toBeUndefined();
  });
});

describe('going to what is named', () => {
  const place = (instead: string, written: string) => declarationOf(journey, cursor(instead, written));
  const line = (file: string, text: string) =>
    (files[file] ?? '').split('\n').findIndex(each => each.includes(text)) + 1;

  test.each([
    ['a state', 'onDone: moved', 'onDone: mov|ed', MAIN, '    moved: { type'],
    ['a condition', 'guard: rents', 'guard: re|nts', MAIN, '  rents: {'],
    ['a delay', 'due: benefitWindow', 'due: benefit|Window', MAIN, '  benefitWindow:'],
    ['a role', 'role: partner\n', 'role: part|ner\n', MAIN, '  partner: { opt'],
    ['a message', 'text: benefitLapsed', 'text: benefit|Lapsed', 'texts/da.yaml', '  benefitLapsed:'],
    [
      'a parameter',
      'parameters.noticeAfterMove',
      'parameters.notice|AfterMove',
      'parameters.yaml',
      'noticeAfterMove:',
    ],
    ['a fact', "rent: '= benefit.rent'", "rent: '= bene|fit.rent'", MAIN, 'as: benefit }'],
  ])('%s', (_, instead, written, file, text) => {
    expect(place(instead, written)).toMatchObject({ file, line: line(file, text) });
  });

  test('a form, and the contract of a service', () => {
    expect(place('form: daycare', 'form: day|care')).toMatchObject({ file: 'forms/daycare.yaml', line: 1 });
    expect(place('src: cpr.registerMove', 'src: cpr.regis|terMove')).toEqual({ service: 'cpr.registerMove' });
  });
});

describe('between journeys, completion of', () => {
  test('a journey, and what it takes', () => {
    expect(names('entry: { type: message, params: { text: notRegistered', 'entry: { starts: |')).toEqual([
      'moving',
      'divorce',
      'crime',
    ]);
    expect(
      names('entry: { type: message, params: { text: notRegistered', 'entry: { starts: moving, with: { |'),
    ).toEqual(['date', 'children', 'partner']);
  });

  test('the name of a journey that is started, its ends, and the ways on', () => {
    const started = { ...files };
    started[MAIN] = (files[MAIN] ?? '').replace(
      'keep: done',
      'keep: { target: done, actions: { starts: divorce, as: split } }',
    );
    const open = new OpenJourney(started, catalogue);
    const offered = (written: string): string[] => {
      const text = (started[MAIN] ?? '').replace('placed: { type: final }', `placed: ${written}`);
      const offset = text.indexOf('|', text.indexOf('placed:'));
      const without = text.slice(0, offset) + text.slice(offset + 1);
      return completionsAt(open, { file: MAIN, text: without, offset }).terms.map(({ name }) => name);
    };
    expect(offered('{ joins: { journey: |')).toEqual(['split']);
    expect(offered('{ joins: { journey: split, ended: { |')).toContain('notStarted');
    expect(offered('{ joins: { journey: split, ended: { done: |')).toContain('noWish');
    expect(offered("{ always: { guard: x, actions: { remember: x, value: '= split.|")).toContain('ended');
  });

  test('a report and its fields, in an offer', () => {
    const offers = 'offers: { one: { on: cpr.moveRegistered, to: = report.person, expires: P6W } }\n';
    const open = new OpenJourney(
      { ...files, [MAIN]: (files[MAIN] ?? '').replace('cancellation:', `${offers}cancellation:`) },
      catalogue,
    );
    const offered = (written: string): string[] => {
      const text = (files[MAIN] ?? '').replace('cancellation:', `${written}\ncancellation:`);
      const offset = text.indexOf('|');
      const without = text.slice(0, offset) + text.slice(offset + 1);
      return completionsAt(open, { file: MAIN, text: without, offset }).terms.map(({ name }) => name);
    };
    expect(offered('offers: { one: { on: |')).toContain('cpr.moveRegistered');
    expect(offered('offers: { one: { on: cpr.moveRegistered, to: = re|')).toContain('report');
    expect(offered('offers: { one: { on: cpr.moveRegistered, to: = report.|')).toEqual(['person']);
    expect(offered('offers: { one: { on: cpr.moveRegistered, to: = report.person, expires: |')).toContain(
      'municipalReview',
    );
    expect(offered('takes: |')).toContain('consent');
  });

  test('a parameter that is left to the municipalities', () => {
    const local = {
      ...files,
      'parameters.yaml': (files['parameters.yaml'] ?? '').replace(
        'municipalReview:',
        'municipalReview:\n  local: { source: Own choice }',
      ),
    };
    const text = 'parameters:\n  ';
    const open = new OpenJourney({ ...local, 'overlays/0101.yaml': text }, catalogue);
    const at = { file: 'overlays/0101.yaml', text, offset: text.length };
    expect(completionsAt(open, at).terms.map(({ name }) => name)).toEqual(['municipalReview']);
  });
});
