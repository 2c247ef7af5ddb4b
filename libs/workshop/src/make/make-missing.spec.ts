import { readJourney } from '#journey';
import { fixtureCatalogue } from '../check/fixtures/fixture-catalogue.js';
import { checkJourney } from '../check/check-journey.js';
import { makeMissing } from './make-missing.js';
import { skeleton } from './skeleton.js';

const catalogue = fixtureCatalogue();
const sound = skeleton({ id: 'pets', effective: '2026-01-01', schemas: '../../libs/workshop/schema' });
const { 'README.md': _, 'scenarios/applied.yaml': _applied, ...files } = sound;
const main = files['2026-01-01.yaml'] ?? '';

/** The sound journey with more in its machine, of which nothing is there yet. */
const incomplete = {
  ...files,
  '2026-01-01.yaml': `${main
    .replace(
      'machine:',
      `conditions:
  dear: { when: '= application.day > today + parameters.patience', source: Own choice }
  free: { when: '= parameters.exempt', source: Own choice }
delays:
  # how long is waited
  reply: { until: '= application.day + parameters.replyTime', source: Own choice }

machine:`,
    )
    .replace(
      '    applied: { type: final }',
      `    applied:
      meta: { task: { role: applicant, form: payment, due: payingTime } } # paid or not
      on:
        pay:
          - { guard: dear, target: ended }
          - { guard: free, target: ended, actions: { type: message, params: { text: waived, to: applicant } } }
          - target: ended
            actions: { type: message, params: { text: paidUp, to: applicant, with: { fee: = parameters.tax * 2 } } }
        decline: ended
      after: { payingTime: ended, reply: ended }
    ended: { type: final }`,
    )}`,
};

test('of all that is missing only the writing is left, and the files are the same but for what is new', () => {
  const before = checkJourney('pets', incomplete, catalogue).diagnostics;
  expect(before.length).toBeGreaterThan(10);
  const { files: written, made } = makeMissing(incomplete, catalogue);
  expect(made.length).toBeGreaterThan(10);
  const after = checkJourney('pets', written, catalogue).diagnostics;
  expect(new Set(after.map(({ code, severity }) => `${severity} ${code}`))).toEqual(
    new Set(['error unwritten-text']),
  );
  for (const [file, text] of Object.entries(incomplete)) {
    const lines = written[file]?.split('\n') ?? [];
    expect(lines).toEqual(expect.arrayContaining(text.split('\n')));
  }
});

test('a parameter gets a value of the type that its uses ask for', () => {
  const [definition] = readJourney(makeMissing(incomplete, catalogue).files).definitions;
  const value = (name: string) => definition?.parameters[name]?.values[0]?.value;
  expect(['payingTime', 'patience', 'exempt', 'replyTime', 'tax'].map(value)).toEqual([
    'P14D',
    'P14D',
    true,
    'P14D',
    100,
  ]);
});

test('a message has the placeholders that are given to it', () => {
  const { files: written } = makeMissing(incomplete, catalogue);
  expect(written['texts/da.yaml']).toContain("body: 'TODO: the body of the message paidUp {fee}'");
});

test('what is made once is not made twice', () => {
  const once = makeMissing(incomplete, catalogue).files;
  expect(makeMissing(once, catalogue)).toEqual({ files: once, made: [] });
});

test('nothing is made of a slip, nor in files that are no YAML', () => {
  const slip = { ...files, '2026-01-01.yaml': main.replace('form: application', 'form: aplication') };
  expect(makeMissing(slip, catalogue).made.filter(({ file }) => file.startsWith('forms/'))).toEqual([]);
  const broken = { ...incomplete, 'texts/da.yaml': 'a: [' };
  expect(makeMissing(broken, catalogue)).toEqual({ files: broken, made: [] });
});

test('whole files are made, with the schema that editors go by', () => {
  const {
    'texts/en.yaml': english,
    'parameters.yaml': numbers,
    'forms/application.yaml': form,
    ...rest
  } = files;
  expect([english, numbers, form]).not.toContain(undefined);
  const { files: written } = makeMissing(rest, catalogue);
  expect(written['texts/en.yaml']).toMatch(
    /^# yaml.*=\.\.\/\.\.\/\.\.\/libs\/workshop\/schema\/texts\.schema\.json\n/,
  );
  expect(written['parameters.yaml']).toMatch(
    /^# yaml.*=\.\.\/\.\.\/libs\/workshop\/schema\/parameters\.schema\.json\n/,
  );
  expect(written['forms/application.yaml']).toMatch(/^# yaml.*\/form\.schema\.json\n/);
});

test('a placeholder gets the type of its value, in both languages', () => {
  const untyped = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, text.replace('{day, date}', '{day}')]),
  );
  const { files: written, made } = makeMissing(untyped, catalogue);
  expect(written).toEqual(files);
  expect(made.map(({ what }) => what)).toEqual(['the type of {day, date}', 'the type of {day, date}']);
});

test('the titles of pages are made as a list', () => {
  const [form = '', schema = ''] = Object.entries(files).find(([file]) => file.startsWith('forms/')) ?? [];
  const fields = [...schema.matchAll(/^ {2}(\w+):/gm)].map(([, field = '']) => field);
  const pages = `x-pages: [${fields.map(field => `[${field}]`).join(', ')}]`;
  const paged = { ...files, [form]: schema.replace('properties:', `${pages}\nproperties:`) };
  const { files: written } = makeMissing(paged, catalogue);
  const after = checkJourney('pets', written, catalogue).diagnostics;
  expect(new Set(after.map(({ code }) => code))).toEqual(new Set(['unwritten-text']));
  expect(after).toHaveLength(2 * fields.length);
});

test('a text that is begun gets the halves that it lacks', () => {
  const half = {
    ...files,
    'texts/da.yaml': (files['texts/da.yaml'] ?? '')
      .replace(/ +subject: .*\n/, '')
      .replace('    title: Send din ansøgning\n', '')
      .replace('day: { label: Hvilken dag søger du om? }', 'day: { hint: Vælg en dag }'),
  };
  expect(checkJourney('pets', half, catalogue).diagnostics.map(({ severity }) => severity)).toContain(
    'error',
  );
  const { files: written, made } = makeMissing(half, catalogue);
  expect(made.map(({ path }) => path.join('.')).sort()).toEqual([
    'forms.application.fields.day.label',
    'messages.received.subject',
    'tasks.applying.title',
  ]);
  const after = checkJourney('pets', written, catalogue).diagnostics;
  expect(new Set(after.map(({ code }) => code))).toEqual(new Set(['unwritten-text']));
});
