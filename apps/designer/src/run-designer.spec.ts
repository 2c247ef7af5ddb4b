import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
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
async function designer(command: string, typed: readonly string[] = []) {
  const output = new Page();
  const errors = new Page();
  const code = await runDesigner(command.split(' ').filter(Boolean), {
    input: Readable.from(typed.map(line => `${line}\n`)),
    output,
    errors,
    journeys,
    catalogue: fixtureCatalogue,
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
    ['paint moving', 'There is no command paint; there are check, play, draw, coverage, lsp.'],
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
  ])('%s is refused', async (command, message) => {
    const { code, errors, output } = await designer(command);
    expect(code).toBe(2);
    expect(errors).toContain(message);
    expect(output).toBe('');
  });
});

test('check says that all is well', async () => {
  const { code, output } = await designer('check moving');
  expect(output).toBe('moving checked: 0 errors, 0 warnings.\n');
  expect(code).toBe(0);
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
