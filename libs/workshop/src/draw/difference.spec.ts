import { fileURLToPath } from 'node:url';
import { type Definition, type JourneyFiles, readJourney, readJourneyFolder } from '#journey';
import { fixtureCatalogue } from '../check/fixtures/fixture-catalogue.js';
import { everyDrawn } from './branch.js';
import { differenceOf } from './difference.js';
import { toDrawing } from './drawing.js';
import { drawMermaid } from './mermaid.js';
import { overviewOf } from './overview.js';
import { drawSvg } from './svg.js';

const catalogue = fixtureCatalogue();
const MAIN = '2025-01-01.yaml';
const files = await readJourneyFolder(fileURLToPath(new URL('../check/fixtures/moving/', import.meta.url)));

/** The same journey by a later law: without a way back, with a longer task, and with a second look at refusals. */
const later: JourneyFiles = {
  ...files,
  [MAIN]: (files[MAIN] ?? '')
    .replace('effective: 2025-01-01', 'effective: 2027-01-01')
    .replace('form: consent\n          due: P14D', 'form: consent\n          due: P21D')
    .replace(
      'onError: notRegistered\n                skipped: never',
      'onError: secondLook\n                skipped: never',
    )
    .replace(
      '            notRegistered:\n',
      '            secondLook: { after: { P7D: notRegistered } }\n            notRegistered:\n',
    )
    .replace(/ +keep: done\n/, '')
    .replace('onDone: placed', 'onDone: { target: placed, actions: { message: registered, to: applicant } }')
    .replace(
      '            placed: { type: final }\n',
      '            placed: { type: final }\n            found: { type: final }\n',
    ),
};

function versionOf(from: JourneyFiles): Definition {
  const [definition] = readJourney(from).definitions;
  if (!definition) throw new Error('The journey has no version.');
  return definition;
}

function difference(from: JourneyFiles, to: JourneyFiles) {
  const [before, after] = [from, to].map(each => {
    const definition = versionOf(each);
    return { definition, drawing: toDrawing({ definition, catalogue, language: 'en' }) };
  });
  return differenceOf(before!, after!);
}

const states = (drawing: ReturnType<typeof difference>) =>
  everyDrawn(drawing.root).flatMap(({ path, change, title }) =>
    change ? [`${change} ${path} ${title[0]}`] : [],
  );
const edges = (drawing: ReturnType<typeof difference>) =>
  drawing.edges.flatMap(({ from, to, change }) => (change ? [`${change} ${from} → ${to}`] : []));

test('a version differs from itself in nothing', () => {
  const same = difference(files, files);
  expect([states(same), edges(same)]).toEqual([[], []]);
});

test('shows what was added, removed and changed, with a sign beside the colour', () => {
  const drawing = difference(files, later);
  expect(states(drawing)).toEqual([
    'changed partnerConsent ±',
    'added underWay.population.secondLook +',
    'added underWay.daycare.found +',
  ]);
  expect(edges(drawing).sort()).toEqual([
    'added underWay.population.secondLook → underWay.population.notRegistered',
    'added underWay.population.underReview → underWay.population.secondLook',
    'changed underWay.daycare.transferring → underWay.daycare.placed',
    'changed underWay.doctor.choosingDoctor → underWay.doctor.done',
    'changed underWay.population.underReview → underWay.population.notRegistered',
  ]);
  const consent = everyDrawn(drawing.root).find(({ path }) => path === 'partnerConsent');
  expect(consent?.lines.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['+ within 21 days', '− within 14 days']),
  );
  const kept = drawing.edges.find(({ to }) => to === 'underWay.doctor.done');
  expect(kept?.lines.map(({ text }) => text)).toContain('− Keep my doctor');
});

test('what the other way round was added is removed', () => {
  expect(states(difference(later, files))).toEqual([
    'changed partnerConsent ±',
    'removed underWay.population.secondLook −',
    'removed underWay.daycare.found −',
  ]);
});

test('in SVG by pattern and legend, in Mermaid by edge; folded states say that something in them is', async () => {
  const drawing = difference(files, later);
  const svg = await drawSvg(drawing);
  expect(svg).toMatch(/class="box added"/);
  expect(svg).toMatch(/class="arrow[^"]* added"/);
  expect(svg).toMatch(/class="task changed"/);
  expect(svg).toContain('− Removed');
  expect(svg).toMatch(/rect\.removed \{[^}]*stroke-dasharray/);
  expect(await drawSvg(toDrawing({ definition: versionOf(files), catalogue, language: 'en' }))).not.toContain(
    '− Removed',
  );
  expect(drawMermaid(drawing)).toContain('classDef changed stroke:#7a4b00');
  const overview = overviewOf(drawing, ['underWay.population', 'underWay.housingBenefit']);
  const folded = everyDrawn(overview.root).map(({ path, change }) => [path, change]);
  expect(folded).toContainEqual(['underWay.population', 'changed']);
  expect(folded).toContainEqual(['underWay.housingBenefit', undefined]);
});
