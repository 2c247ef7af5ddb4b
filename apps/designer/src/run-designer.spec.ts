import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, type ServiceCatalogue } from '#journey';
import { fixtureCatalogue } from '../../../libs/workshop/src/check/fixtures/fixture-catalogue.js';
import { runDesigner } from './run-designer.js';

const journeys = fileURLToPath(new URL('../../../libs/workshop/src/check/fixtures/', import.meta.url));

class Page extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Runs a command with what the designer types, and gives what they see. */
async function designer(
  command: string,
  typed: readonly string[] = [],
  { folder = journeys, catalogue = fixtureCatalogue as () => ServiceCatalogue } = {},
) {
  const output = new Page();
  const errors = new Page();
  const code = await runDesigner(command.split(' ').filter(Boolean), {
    input: Readable.from(typed.map(line => `${line}\n`)),
    output,
    errors,
    journeys: folder,
    contracts: 'contracts',
    catalogue,
    now: () => Date.parse('2025-03-01T09:00:00Z'),
  });
  return { code, output: output.text, errors: errors.text };
}

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
      'There is no command paint; there are new, check, play, draw, coverage, catalogue, diff.',
    ],
    ['draw', 'Say which journey to draw'],
    ['check divorce', 'There is no journey divorce'],
    ['check moving divorce', 'check does not know what to do with divorce.'],
    ['draw moving --lang fr', '--lang is da or en, not fr.'],
    ['draw moving --svg --mermaid', 'either --svg or --mermaid'],
    ['draw moving --version 2030-01-01', 'moving has no version 2030-01-01; there is 2025-01-01.'],
    ['coverage --min many', '--min is a number from 0 to 100, not many.'],
    ['play moving nowhere', 'moving has no scenario nowhere; there is alone.'],
    ['play moving --start soon', '--start is a day such as 2025-03-01, not soon.'],
    ['check --colour', "Unknown option '--colour'"],
    ['check --version 2025-01-01', 'check takes no --version; it takes --fix.'],
    ['new', 'Say what the journey is called: npm run journey -- new getting-married'],
    ['new Getting_Married', 'Getting_Married is no name for a journey; write small letters and hyphens'],
    ['new moving', 'There is a journey moving already; choose another name, or make a new version of it'],
    ['new moving --from 2025-01-01', 'moving has a version of 2025-01-01 already'],
    ['new moving --from 2020-01-01', 'moving has no version in force on 2020-01-01'],
    ['new moving --from 2027-02-30', '--from is a day such as 2027-01-01, not 2027-02-30.'],
    ['diff moving 2025-01-01', 'Say which two versions of which journey to compare: npm run journey -- diff'],
    ['diff moving 2025-01-01 2030-01-01', 'moving has no version 2030-01-01'],
    ['coverage --version 2030-01-01', 'moving has no version 2030-01-01; there is 2025-01-01.'],
    ['catalogue cpr.nothing', 'No authority and no service is called cpr.nothing; there is cpr.'],
    ['catalogue nobody', 'there is cpr, kommune, '],
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
  expect(output).toBe(
    'contracts/state/skat.yaml:7:5  error  missing  x-service of readIncome has no ground.\n    Add ground.\n' +
      'moving checked: 1 error, 0 warnings.\n',
  );
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
    expect(output).toMatch(/^ {2}ground +.*GDPR art\. 6/m);
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
  expect(output).toMatch(/2025-03-01 10:00 {2}anna → declareMove: submit/);
  expect(output).toMatch(/2025-03-04 10:00 {2}CPR answers cpr\.registerMove/);
  expect(output).toContain(
    'registered “The move is registered. You are registered at the address from 2025-03-10.”',
  );
  expect(output).toContain('The scenario holds.');
  expect(code).toBe(0);
});

test('play lets the designer be everybody', async () => {
  const move = '{"address":{"street":"Nørregade 12","postcode":"5000"},"date":"2025-03-10","tenure":"owned"}';
  const { code, output } = await designer('play moving', [
    '99', // no such choice
    '1', // anna: report the move
    '{"address":1}', // does not fit the form
    '1',
    move,
    '2', // keep the doctor
    '2', // CPR refuses
    'protectedAddress',
    '1', // the municipality answers
    '', // by example
  ]);
  expect(output).toContain('There is no 99 here.');
  expect(output).toContain('Refused (invalid)');
  expect(output).toMatch(/anna → underWay\.doctor\.choosingDoctor: keep/);
  expect(output).toContain('CPR refuses cpr.registerMove (#');
  expect(output).toContain('The municipality answers kommune.reviewAddress');
  expect(output).toContain('The journey is done.');
  expect(code).toBe(0);
});

test('play lets operations go on without an answer', async () => {
  const move = '{"address":{"street":"Nørregade 12","postcode":"5000"},"date":"2025-03-10","tenure":"owned"}';
  const { output } = await designer('play moving', ['1', move, '2', '3']);
  expect(output).toContain('3. skip cpr.registerMove');
  expect(output).toContain('operations go on without cpr.registerMove (#');
  expect(output).toContain('underWay.population.underReview asks kommune.reviewAddress');
});

test('play lets time pass', async () => {
  const { output } = await designer('play moving', ['P30D']);
  expect(output).toContain('time is up in declareMove');
  expect(output).toContain('The journey is done.');
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
    expect([code, output]).toEqual([0, `moving (2025-01-01) is drawn in ${file}.\n`]);
    expect(await readFile(file, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s);
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

describe('making', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'journeys-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const make = (command: string) => designer(command, [], { folder });
  const edit = async (file: string, from: string, to: string) => {
    const path = join(folder, file);
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
  };

  test('a new journey works with every command at once', async () => {
    const made = await make('new getting-married');
    expect(made.output).toMatch(/^made {2}\S+\/getting-married\/2025-03-01\.yaml$/m);
    expect((await make('check')).output).toBe('getting-married checked: 0 errors, 0 warnings.\n');
    expect((await make('coverage --min 100')).code).toBe(0);
    expect((await make('play getting-married applied')).output).toContain('The scenario holds.');
    expect((await make('draw getting-married --lang da')).output).toContain('stateDiagram-v2');
    expect(await readdir(folder)).toEqual(['getting-married']);
    expect(await make('new getting-married')).toMatchObject({ code: 2 });
  });

  test('a new version is a copy, and its scenarios are those of the old one', async () => {
    await make('new pets');
    const { output } = await make('new pets --from 2027-01-01');
    expect(output).toContain('2027-01-01.yaml, a copy of the version of 2025-03-01');
    expect((await make('check pets')).output).toBe('pets checked: 0 errors, 0 warnings.\n');
    expect((await make('coverage pets --version 2027-01-01 --min 100')).output).toMatch(
      /^journey .*\npets +2027-01-01 +2 +100 % \(3\/3\) +100 % \(2\/2\)\n$/,
    );
    expect((await make('play pets applied')).output).toContain('The application is sent (2027-01-01)');
    expect((await make('play pets applied --version 2027-01-01')).output).toMatch(
      /^The application is sent\n/,
    );
  });

  test('diff says in words what a version changes', async () => {
    await make('new pets');
    await make('new pets --from 2027-01-01');
    expect((await make('diff pets 2025-03-01 2027-01-01')).output).toBe(
      'pets: 0 changes from 2025-03-01 to 2027-01-01.\n',
    );
    await edit('pets/2027-01-01.yaml', 'after: { applyingTime: forgotten }', 'after: { applyingTime: kept }');
    await edit('pets/2027-01-01.yaml', 'forgotten: { type: final }', 'kept: { type: final }');
    await edit('pets/2027-01-01.yaml', 'day: = application.day', 'day: = today');
    await edit(
      'pets/parameters.yaml',
      'value: P30D, source: Own choice',
      'until: 2026-12-31, value: P30D, source: Own choice, confidence: found }\n    - { from: 2027-01-01, value: P20D, source: Law 7',
    );
    expect((await make('diff pets 2025-03-01 2027-01-01')).output.split('\n')).toEqual([
      'changed  way applying submit',
      '           was to applied; remember { as: application }, message { text: received, to: applicant, with: { day: = application.day } }',
      '           is  to applied; remember { as: application }, message { text: received, to: applicant, with: { day: = today } }',
      'changed  way applying after applyingTime',
      '           was to forgotten',
      '           is  to kept',
      'new      state kept: final',
      'gone     state forgotten: final',
      'changed  parameter applyingTime (for journeys under way too)',
      '           was P30D (Own choice)',
      '           is  P20D (Law 7)',
      'pets: 5 changes from 2025-03-01 to 2027-01-01.',
      '',
    ]);
  });

  test('check --fix makes what is missing, says where, and formats', async () => {
    await make('new pets');
    await edit('pets/2025-03-01.yaml', 'form: application', 'form: wish');
    await edit('pets/2025-03-01.yaml', 'text: received', 'text:   thanks');
    const { output, code } = await make('check pets --fix');
    expect(code).toBe(1);
    expect(output).toMatch(/^made {7}\S+\/pets\/forms\/wish\.yaml:2:1 {2}the form wish$/m);
    expect(output).toMatch(/^made {7}\S+\/pets\/texts\/da\.yaml:\d+:3 {2}the message thanks \(da\)$/m);
    expect(output).toMatch(/^formatted {2}\S+\/pets\/2025-03-01\.yaml$/m);
    expect(output).toMatch(/error {2}unwritten-text {2}messages → thanks → subject is still to be written/);
    expect((await make('check pets --fix')).output).not.toMatch(/^(made|formatted)/m);
  });

  test('check says that a scenario fails, where, and what was expected', async () => {
    await make('new pets');
    await edit('pets/scenarios/forgotten.yaml', 'P24D', 'P20D');
    const { output, code } = await make('check pets');
    expect(code).toBe(1);
    expect(output).toMatch(
      /scenarios\/forgotten\.yaml:6:\d+ {2}error {2}scenario {2}.*Expected the message reminder, but sent was nothing\./,
    );
  });
});
