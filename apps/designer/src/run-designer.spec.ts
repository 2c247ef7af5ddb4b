import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Diagnostic } from '#journey';
import { fixtureCatalogue } from '../../../libs/workshop/src/check/fixtures/fixture-catalogue.js';
import { designer, fixtureJourneys } from '../test/run-command.js';

describe('asking', () => {
  test('help when asked for, and when asked for nothing', async () => {
    expect(await designer('help')).toMatchObject({
      code: 0,
      output: expect.stringContaining('check [journey]'),
    });
    expect(await designer('')).toMatchObject({
      code: 2,
      output: expect.stringContaining('coverage [journey]'),
    });
  });

  test.each([
    [
      'paint moving',
      'There is no command paint; there are new, check, play, draw, coverage, catalogue, score, record, diff, lsp.',
    ],
    ['draw', 'Say which journey to draw'],
    ['check divorce', 'There is no journey divorce'],
    ['check moving divorce', 'check does not know what to do with divorce.'],
    ['draw moving --lang fr', '--lang is da or en, not fr.'],
    ['draw moving nowhere', 'There is no state nowhere.'],
    ['draw moving doctr', 'Did you mean doctor?'],
    ['draw moving --scenario nowhere', 'moving has no scenario nowhere; there is alone.'],
    ['draw moving --svg --mermaid', 'either --svg or --mermaid'],
    ['draw moving --version 2030-01-01', 'moving has no version 2030-01-01; there is 2025-01-01.'],
    ['coverage --min many', '--min is a number from 0 to 100, not many.'],
    ['play moving nowhere', 'moving has no scenario nowhere; there is alone.'],
    ['play moving --start soon', '--start is a day such as 2025-03-01, not soon.'],
    ['check --colour', "Unknown option '--colour'"],
    ['check --version 2025-01-01', 'check takes no --version; it takes --fix.'],
    ['new', 'Say what the journey is called: npm run journey -- new adopting-a-child'],
    ['new Getting_Married', 'Getting_Married is no name for a journey; write small letters and hyphens'],
    ['new moving', 'There is a journey moving already; choose another name, or make a new version of it'],
    ['new moving --from 2025-01-01', 'moving has a version of 2025-01-01 already'],
    ['new moving --from 2020-01-01', 'moving has no version in force on 2020-01-01'],
    ['new moving --from 2027-02-30', '--from is a day such as 2027-01-01, not 2027-02-30.'],
    ['diff moving 2025-01-01', 'Say which two versions of which journey to compare: npm run journey -- diff'],
    ['diff moving 2025-01-01 2030-01-01', 'moving has no version 2030-01-01'],
    ['coverage --version 2030-01-01', 'moving has no version 2030-01-01; there is 2025-01-01.'],
    ['catalogue cpr.nothing', 'No authority and no service is called cpr.nothing. Use one of: cpr.'],
    ['catalogue nobody', 'Use one of: cpr, kommune, '],
    ['catalogue --at declareMove', 'Say of which journey the state is, with --journey moving.'],
    ['catalogue --journey moving --at nowhere', 'moving has no one state nowhere; there is declareMove, '],
  ])('%s is refused', async (command, message) => {
    const { code, errors, output } = await designer(command);
    expect(code).toBe(2);
    expect(errors).toContain(message);
    expect(output).toBe('');
  });
});

test('check says what no scenario walks, and sums up', async () => {
  const { code, output } = await designer('check moving');
  expect(output).toMatch(
    /2025-01-01\.yaml:40:5 {2}warning {2}not-walked {2}No scenario walks agree, decline or after P14D, out of/,
  );
  expect(output).toMatch(/\nmoving checked: 0 errors, \d+ warnings\.\n$/);
  expect(code).toBe(0);
});

test('check tells the faults of contracts once, and goes on', async () => {
  const fault: Diagnostic = {
    code: 'missing',
    severity: 'error',
    file: 'state/skat.yaml',
    line: 7,
    column: 5,
    message: 'x-service of readIncome has no ground.',
    remedy: 'Add ground.',
  };
  const broken = new Map([
    ['skat', [fault]],
    ['dar', [fault]],
  ]);
  const { code, output } = await designer('check moving', [], {
    catalogue: () => Object.assign(fixtureCatalogue(), { broken }),
  });
  const told =
    'contracts/state/skat.yaml:7:5  error  missing  x-service of readIncome has no ground.\n    Add ground.\n';
  expect(output.split(told)).toHaveLength(2);
  expect(output).toMatch(/\nmoving checked: 1 error, \d+ warnings\.\n$/);
  expect(code).toBe(1);
});

describe('catalogue', () => {
  test('lists authorities with their services, and the functions of expressions', async () => {
    const { code, output } = await designer('catalogue');
    expect(output).toMatch(/^ {2}cpr\.registerMove +\S/m);
    expect(output).toMatch(/^ {2}cpr\.moveRegistered +reports: \S/m);
    expect(output).toMatch(/^ {2}daysBetween\(date, date\): int +Days from the first date to the second\.$/m);
    expect(code).toBe(0);
  });

  test('says all of a service', async () => {
    const { output } = await designer('catalogue cpr.registerMove');
    expect(output).toMatch(/^cpr\.registerMove {2}/);
    expect(output).toMatch(/^ {2}input\n {4}person +person/m);
    expect(output).toMatch(/^ {4}protectedAddress +\S/m);
    expect(output).toMatch(/^ {2}ground +.*; article\u00A06.* of the GDPR$/m);
    expect(output).toMatch(/^ {2}undone +\S/m);
  });

  test('lists the names in reach at a state, named by its end', async () => {
    const { output } = await designer('catalogue --journey moving --at registering');
    expect(output).toContain('Names in reach at underWay.population.registering:');
    expect(output).toMatch(/^ {2}move +\{ [^(]*\}$/m);
    expect(output).toMatch(/^ {2}partner +participant \(not on every way: ask has\(partner\) first\)$/m);
    expect(output).toMatch(/^ {2}parameters\.noticeAfterMove +period$/m);
  });
});

test('play tells a scenario step by step', async () => {
  const { code, output } = await designer('play moving alone');
  expect(output).toContain('One who owns the home moves alone');
  expect(output).toMatch(/2025-03-01 10:00 {2}anna does declareMove: submit/);
  expect(output).toMatch(/2025-03-04 10:00 {2}CPR answers cpr\.registerMove/);
  expect(output).toMatch(
    /Message to anna \(applicant\): “The move is registered” \(registered\)\n +You are registered at the address from Monday 10 March 2025\./,
  );
  expect(output).toContain('The scenario holds.');
  expect(code).toBe(0);
});

describe('playing oneself', () => {
  /** Anna reports that she moves into a home of her own. */
  const DECLARE = ['1', '2', '5000', '3', '2025-03-10', '4', '2', ''];

  /** The same, at first with the example's postcode, a day that is none and a choice that is none. */
  const DECLARE_WITH_SLIPS = ['1', '', '2', '5000', '3', 'soon', '2025-03-10', '4', '9', '2', ''];
  const CPR_REFUSES = ['2', 'nonsense', 'protectedAddress'];

  test('the designer is everybody, and data is asked for in words', async () => {
    const { code, output } = await designer('play moving', [
      '99', // no such choice
      ...DECLARE_WITH_SLIPS,
      '2', // keep the doctor
      ...CPR_REFUSES,
      '1', // the municipality answers
      '', // by example
    ]);
    expect(output).toContain('There is no 99 here');
    expect(output).toContain('2. Postcode: example  ✗ must match pattern');
    expect(output).toContain('soon cannot be meant here; write a day, such as 2025-03-10.');
    expect(output).toContain('9 cannot be meant here; write one of these, by its number.');
    expect(output).toMatch(/anna does underWay\.doctor\.choosingDoctor: keep/);
    expect(output).toContain('cpr.registerMove never refuses with nonsense.');
    expect(output).toContain('CPR refuses cpr.registerMove (#');
    expect(output).toContain('The municipality answers kommune.reviewAddress');
    expect(output).toContain('The journey is done.');
    expect(output).not.toContain('JSON');
    expect(code).toBe(0);
  });

  test('every line of a sheet is asked for in turn, and going back lets nothing happen', async () => {
    const givenUp = ['1', 'all', 'Nørregade 12', '5000', '', '2', '0', 'bo', 'x'];
    const sent = ['1', 'all', '', '5000', '', '2', '', '-', ''];
    const { output } = await designer('play moving', [...givenUp, ...sent]);
    expect(output).toContain('1. Street and number: Nørregade 12');
    expect(output).toContain('6. CPR number of your partner: bo');
    expect(output.match(/anna does declareMove/g)).toHaveLength(1);
    expect(output).toMatch(/anna does declareMove: submit\n +address: \(street: example, postcode: 5000\)/);
  });

  test('a step is taken back, and another taken in its place', async () => {
    const { output } = await designer('play moving', [
      'back',
      ...DECLARE,
      'back',
      'forward',
      'forward',
      'back',
      'P30D',
    ]);
    expect(output).toContain('This is the beginning.');
    expect(output.match(/anna does declareMove/g)).toHaveLength(2);
    expect(output).toContain('There is no step to make again.');
    expect(output).toContain('Time is up in declareMove');
    expect(output).toContain('The journey is done.');
  });

  test('operations go on without an answer', async () => {
    const { output } = await designer('play moving', [...DECLARE, '2', '3']);
    expect(output).toContain('3. skip cpr.registerMove');
    expect(output).toContain('Operations go on without cpr.registerMove (#');
    expect(output).toContain('underWay.population.underReview asks kommune.reviewAddress');
  });

  test('time passes until what is due, for a period, or to a day', async () => {
    const { output } = await designer('play moving', [
      'wait',
      'wait P2D',
      'wait 2025-03-30',
      'wait soon',
      '2',
    ]);
    expect(output).toMatch(
      /It is 2025-03-24 08:00\.[^]*It is 2025-03-26 08:00\.[^]*It is 2025-03-30 00:00\./,
    );
    expect(output).toMatch(
      /Message to anna \(applicant\): “Remember: [^]*\n +“[^]*” is waiting for you\. The last day is Monday 31 March 2025\./,
    );
    expect(output).toContain('soon is no time to wait; write a period such as P14D, or a day.');
    expect(output).toContain('Time is up in declareMove');
  });

  test('where it stands, what is known and what somebody sees are told when asked for', async () => {
    const { output } = await designer('play moving', [
      ...DECLARE,
      'where',
      'facts',
      'as anna',
      'as eve',
      'help',
    ]);
    expect(output).toMatch(
      /\n {2}underWay(: .*)?\n {4}population(: .*)?\n {6}registering: CPR registers your move/,
    );
    expect(output).toContain('move: address: (street: example, postcode: 5000), date: 2025-03-10');
    expect(output).toMatch(/anna \(.*\) sees:/);
    expect(output).toContain('eve takes no part in this journey.');
    expect(output).toContain('back         takes the last step back');
  });

  test('a walk becomes a scenario of the journey, once, and coverage plays it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'journeys-'));
    await cp(join(fixtureJourneys, 'moving'), join(folder, 'moving'), { recursive: true });
    const typed = [...DECLARE, 'save', 'save moved-in', 'Anna moves in.', 'save moved-in', ''];
    const { output } = await designer(`play moving --journeys ${folder}`, typed);
    expect(output).toContain('Say under which name');
    expect(output).toContain('scenarios/moved-in.yaml; the scenario holds.');
    expect(output).toContain('There is a scenario moved-in already; take another name.');
    expect(await readFile(join(folder, 'moving/scenarios/moved-in.yaml'), 'utf8')).toContain(
      'name: Anna moves in.',
    );
    const { output: told } = await designer(`play moving moved-in --journeys ${folder}`);
    expect(told).toContain('The scenario holds.');
    await rm(folder, { recursive: true });
  });
});

test('play ends with the input', async () => {
  const { code, output } = await designer('play moving');
  expect(output).toContain('It is 2025-03-01 10:00.');
  expect(code).toBe(0);
});

describe('draw', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'drawing-'))));
  afterEach(() => rm(folder, { recursive: true }));

  test('writes Mermaid to the terminal', async () => {
    const { output } = await designer('draw moving --lang da');
    expect(output).toContain('stateDiagram-v2');
    expect(output).toContain('Flytning');
  });

  test('writes SVG to a file by its name', async () => {
    const file = join(folder, 'moving.svg');
    const { code, output } = await designer(`draw moving --out ${file}`);
    expect([code, output]).toEqual([0, `Moving (Wednesday 1 January 2025) is drawn in ${file}.\n`]);
    expect(await readFile(file, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s);
  });

  test('one branch, with links to lines of the version as seen from the picture', async () => {
    const file = join(folder, 'doctor.svg');
    await designer(`draw moving underWay.doctor --out ${file}`);
    const svg = await readFile(file, 'utf8');
    const [, address] = /<a href="([^"]+)#L\d+"/.exec(svg) ?? [];
    expect(resolve(folder, address ?? '')).toBe(join(fixtureJourneys, 'moving/2025-01-01.yaml'));
    await designer(`draw moving doctor --out ${file} --link vscode://file/home/{file}:{line}`);
    expect(await readFile(file, 'utf8')).toMatch(/<a href="vscode:\/\/file\/home\/2025-01-01\.yaml:\d+"/);
    await designer(`draw moving doctor --out ${file} --link https://example.dk/moving`);
    expect(await readFile(file, 'utf8')).toMatch(
      /<a href="https:\/\/example\.dk\/moving\/2025-01-01\.yaml#L\d+"/,
    );
  });

  test('lights up the walk of a scenario', async () => {
    const { output } = await designer('draw moving --scenario alone');
    expect(output).toMatch(/class declareMove_,.*moved_.* walked/);
    expect(output).not.toMatch(/class .*lapsed_.* walked/);
  });

  test('says when the file cannot be written', async () => {
    const { code, errors } = await designer(`draw moving --out ${folder}/no/where.svg`);
    expect(code).toBe(2);
    expect(errors).toContain('where.svg cannot be written');
  });
});

describe('coverage', () => {
  test('lists what no scenario walks', async () => {
    const { code, output } = await designer('coverage moving');
    expect(output).toMatch(/^moving +2025-01-01 +1 +\d+ % \(\d+\/27\)/m);
    expect(output).toContain('  not walked: state partnerConsent\n');
    expect(output).toContain('  not walked: transition partnerConsent decline\n');
    expect(output).not.toContain('not walked: state moved\n');
    expect(code).toBe(0);
  });

  test('fails when less is walked than is asked', async () => {
    expect((await designer('coverage moving --min 100')).code).toBe(1);
    expect((await designer('coverage moving --min 10')).code).toBe(0);
  });
});

describe('record', () => {
  test('says in Markdown who is given what, on which ground, and how long it is kept', async () => {
    const { code, output } = await designer('record moving --lang da');
    expect(code).toBe(0);
    expect(output).toMatch(/^# Fortegnelse over behandling af personoplysninger\n/);
    expect(output).toMatch(
      /^\| .* \(`cpr\.registerMove`\) \| .+ \| .+; databeskyttelsesforordningens artikel\u00A06.+ \|$/m,
    );
    expect(output).toMatch(/^- Hvor længe det gemmes: .+$/m);
  });

  test('is in English unless asked otherwise, and of all journeys without a name', async () => {
    const { output } = await designer('record');
    expect(output).toMatch(/^# Record of processing activities\n/);
    expect(output.match(/^### Who is given what$/gm)!.length).toBeGreaterThan(0);
  });
});
