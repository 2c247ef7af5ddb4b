import { readFileSync } from 'node:fs';
import { MUNICIPALITIES } from '#journey';
import { ContractError } from '../contract/contract-error.js';
import { loadDirectory, readDirectory } from './read-directory.js';

const directory = loadDirectory();
const text = readFileSync(new URL('../../directory/directory.yaml', import.meta.url), 'utf8');

const HOSPITAL = { authority: 'hospital', heldBy: 'region' } as const;
const KOMMUNE = { authority: 'kommune', heldBy: 'municipality' } as const;
const task = (name: string) => ({ ...KOMMUNE, task: name });

const LAST_DAY = '2026-12-31';
const FIRST_DAY = '2027-01-01';

describe('resolve', () => {
  it.each([
    [
      'a hospital letter, Roskilde',
      HOSPITAL,
      '0265',
      'region-sjaelland',
      'region-oestdanmark',
      'region-sjaelland',
    ],
    [
      'free choice of hospital, Ballerup',
      HOSPITAL,
      '0151',
      'region-hovedstaden',
      'region-oestdanmark',
      'region-hovedstaden',
    ],
    ['acute nursing, Køge', task('acuteNursing'), '0259', '0259', 'region-oestdanmark', '0259'],
    [
      'patient-oriented prevention, Aalborg',
      task('patientPrevention'),
      '0851',
      '0851',
      'region-nordjylland',
      '0851',
    ],
    ['home help, Lolland', KOMMUNE, '0360', '0360', '0360', undefined],
    ['a hospital letter, Odense', HOSPITAL, '0461', 'region-syddanmark', 'region-syddanmark', undefined],
  ])('%s', (_, asked, code, before, after, successorOf) => {
    const [last, first] = [
      directory.resolve(asked, code, LAST_DAY),
      directory.resolve(asked, code, FIRST_DAY),
    ];
    expect(last).toEqual({ kind: 'authority', authority: before, basis: expect.any(String) });
    expect(first).toEqual({
      kind: 'authority',
      authority: after,
      basis: expect.any(String),
      ...(successorOf !== undefined && { successorOf }),
    });
    expect(first).toHaveProperty(
      'basis',
      expect.stringContaining(successorOf === undefined ? 'unicipality' : 'lov nr. 699'),
    );
  });

  it('says of a temporary place in Odense whose it is only when the place says whether it has passed', () => {
    const place = task('temporaryPlaces');
    expect(directory.resolve(place, '0461', LAST_DAY)).toMatchObject({ authority: '0461' });
    expect(directory.resolve(place, '0461', FIRST_DAY)).toMatchObject({ kind: 'undecided' });
    expect(directory.resolve(place, '0461', FIRST_DAY, true)).toMatchObject({
      authority: 'region-syddanmark',
    });
    expect(directory.resolve(place, '0461', FIRST_DAY, false)).toMatchObject({ authority: '0461' });
  });

  it('gives a role of the whole country to the one that has it', () => {
    expect(directory.resolve({ authority: 'cpr' }, '0411', FIRST_DAY)).toMatchObject({ authority: 'cpr' });
  });

  it.each([HOSPITAL, KOMMUNE])('guesses nobody for Christiansø', asked => {
    expect(directory.resolve(asked, '0411', FIRST_DAY)).toEqual({
      kind: 'nobody',
      because: {
        da: expect.stringContaining('Staten har ansvaret'),
        en: expect.stringContaining('The state is in charge'),
      },
    });
  });

  it('says that no municipality has a code that is none', () => {
    const { because } = directory.resolve(KOMMUNE, '9999', FIRST_DAY) as { because: { en: string } };
    expect(because.en).toBe('No municipality has the code 9999.');
  });

  it('names the operator where one has been agreed, on the days of the agreement', () => {
    const agreed = readDirectory(
      text.replace(
        'operators: []',
        `operators: [{ task: acuteNursing, municipalities: ['0259'], from: 2027-01-01, until: 2028-12-31, operator: '0259', source: Aftale }]`,
      ),
    );
    const on = (day: string) => agreed.resolve(task('acuteNursing'), '0259', day);
    expect(on(FIRST_DAY)).toMatchObject({ authority: 'region-oestdanmark', operator: '0259' });
    expect(on('2029-01-01')).not.toHaveProperty('operator');
    expect(agreed.mayAnswer(task('acuteNursing'), '0259', '0259', FIRST_DAY)).toBe(true);
  });
});

describe('who comes after', () => {
  it('is the successor of a region that has ended, by its law', () => {
    expect(directory.heirOf(HOSPITAL, 'region-sjaelland', LAST_DAY)).toEqual({
      authority: 'region-sjaelland',
    });
    expect(directory.heirOf(HOSPITAL, 'region-sjaelland', FIRST_DAY)).toEqual({
      authority: 'region-oestdanmark',
      law: 'Overgangsloven (lov nr. 699 af 20. juni 2025) § 126',
    });
  });

  it('is the region for a task that has passed, and nobody else for one that has passed in part', () => {
    expect(directory.heirOf(task('acuteNursing'), '0259', FIRST_DAY)).toMatchObject({
      authority: 'region-oestdanmark',
    });
    expect(directory.heirOf(task('temporaryPlaces'), '0461', FIRST_DAY)).toEqual({ authority: '0461' });
    expect(directory.heirOf(KOMMUNE, '0259', FIRST_DAY)).toEqual({ authority: '0259' });
    expect(directory.heirOf({ authority: 'cpr' }, 'cpr', FIRST_DAY)).toEqual({ authority: 'cpr' });
  });

  it.each([
    ['the one that was asked', 'region-sjaelland', LAST_DAY, true],
    ['its successor', 'region-oestdanmark', FIRST_DAY, true],
    ['a successor before its time', 'region-oestdanmark', LAST_DAY, false],
    ['one that has ended', 'region-sjaelland', FIRST_DAY, false],
    ['another region', 'region-hovedstaden', LAST_DAY, false],
    ['a municipality', '0265', FIRST_DAY, false],
  ])('lets %s answer, or not', (_, by, day, may) => {
    expect(directory.mayAnswer(HOSPITAL, 'region-sjaelland', by, day)).toBe(may);
  });

  it('lets a municipality answer what it was asked before the task passed, and the region with it', () => {
    const asked = task('acuteNursing');
    const may = (by: string) => directory.mayAnswer(asked, '0259', by, FIRST_DAY);
    expect([may('0259'), may('region-oestdanmark'), may('0260')]).toEqual([true, true, false]);
  });
});

it('keeps the name of the time, and says what it is now', () => {
  expect(directory.nameOf('region-sjaelland', LAST_DAY)?.da).toBe('Region Sjælland');
  expect(directory.nameOf('region-sjaelland', FIRST_DAY)?.da).toBe('Region Sjælland (nu Region Østdanmark)');
  expect(directory.nameOf('region-oestdanmark', FIRST_DAY)?.da).toBe('Region Østdanmark');
  expect(directory.nameOf('0101', FIRST_DAY)?.da).toBe('Københavns Kommune');
  expect(directory.nameOf('kommune', FIRST_DAY)).toBeUndefined();
});

it('has every municipality, in the regions that there are', () => {
  const codes = directory.ids().filter(id => !id.startsWith('region-'));
  expect(codes).toEqual([...MUNICIPALITIES.keys()]);
  const eastern = codes.filter(code => {
    const found = directory.resolve(HOSPITAL, code, FIRST_DAY);
    return found.kind === 'authority' && found.authority === 'region-oestdanmark';
  });
  expect(eastern).toHaveLength(46);
  expect(directory.changes).toEqual([FIRST_DAY]);
});

it('offers contracts the tasks that it has', () => {
  const schema = readFileSync(new URL('../../schema/contract.schema.json', import.meta.url), 'utf8');
  const { enum: offered } = /"task": (\{[^}]+\})/
    .exec(schema)!
    .slice(1)
    .map(found => JSON.parse(found))[0];
  const tasks = /\ntasks:\n([^]+?)\n\n/
    .exec(text)![1]!
    .match(/^ {2}(\w+):$/gm)!
    .map(line => line.trim().slice(0, -1));
  expect(offered).toEqual(tasks);
});

describe('the file', () => {
  const faults = (from: string, to: string) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    try {
      readDirectory(changed);
    } catch (error) {
      return (error as ContractError).diagnostics;
    }
    return [];
  };

  it('is refused with a region that there is not', () => {
    const [fault] = faults(
      `'0860': { name: { da: Hjørring Kommune, en: Hjørring Municipality }, region: region-nordjylland }`,
      `'0860': { name: { da: Hjørring Kommune, en: Hjørring Municipality }, region: region-nordjyland }`,
    );
    expect(fault).toMatchObject({
      code: 'unknown-authority',
      file: 'directory.yaml',
      message: 'There is no region-nordjyland in the directory.',
    });
    expect(fault?.remedy).toContain('region-nordjylland');
  });

  it.each([
    ['the North Denmark Region', 'North Denmark Region'],
    ['the City of Copenhagen', 'City of Copenhagen'],
  ])('is refused when %s is called %s', (name, without) => {
    const [fault] = faults(`en: ${name}`, `en: ${without}`);
    expect(fault).toMatchObject({ code: 'name-without-article', file: 'directory.yaml' });
    expect(fault?.remedy).toContain(`Write ${name}.`);
    expect(text.split('\n')[fault!.line - 1]).toContain(name);
  });

  it('is refused when a region ends without a successor', () => {
    const found = faults('      successor: region-oestdanmark\n', '');
    expect(found.map(({ message }) => message).join()).toContain('successor');
  });
});
