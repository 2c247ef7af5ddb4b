import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { designer } from '../test/run-command.js';

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
    const made = await make('new adopting-a-child');
    expect(made.output).toMatch(/^made {2}\S+\/adopting-a-child\/2025-03-01\.yaml$/m);
    expect((await make('check')).output).toBe('adopting-a-child checked: 0 errors, 0 warnings.\n');
    expect((await make('coverage --min 100')).code).toBe(0);
    expect((await make('play adopting-a-child applied')).output).toContain('The scenario holds.');
    expect((await make('draw adopting-a-child --lang da')).output).toContain('stateDiagram-v2');
    expect(await readdir(folder)).toEqual(['adopting-a-child']);
    expect(await make('new adopting-a-child')).toMatchObject({ code: 2 });
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
    await edit('pets/2027-01-01.yaml', 'overdue: forgotten', 'overdue: kept');
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
    await edit('pets/2025-03-01.yaml', 'message: received', 'message:   thanks');
    const before = await make('check pets');
    expect(before.output).toMatch(/^\d+ things that it names can be made: .* check pets --fix$/m);
    const { output, code } = await make('check pets --fix');
    expect(code).toBe(1);
    expect(output).not.toContain('can be made');
    expect(output).toMatch(/^made {7}\S+\/pets\/forms\/wish\.yaml:2:1 {2}the form wish$/m);
    expect(output).toMatch(/^made {7}\S+\/pets\/texts\/da\.yaml:\d+:3 {2}the message thanks \(da\)$/m);
    expect(output).toMatch(/^formatted {2}\S+\/pets\/2025-03-01\.yaml$/m);
    expect(output).toMatch(/error {2}unwritten-text {2}messages → thanks → subject is still to be written/);
    expect((await make('check pets --fix')).output).not.toMatch(/^(made|formatted)/m);
    expect((await make('check pets')).output).not.toContain('can be made');
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
