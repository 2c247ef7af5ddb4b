import { fileURLToPath } from 'node:url';
import { type Definition, readJourney, readJourneyFolder } from '#journey';
import { CheckContext } from '../check/check-context.js';
import { fixtureCatalogue } from '../check/fixtures/fixture-catalogue.js';
import { namesInReach } from './names-in-reach.js';
import { servicesOf } from './services-of.js';

let context: CheckContext;

beforeAll(async () => {
  const folder = fileURLToPath(new URL('../check/fixtures/moving/', import.meta.url));
  const [definition] = readJourney(await readJourneyFolder(folder)).definitions;
  context = new CheckContext(definition as Definition, fixtureCatalogue());
});

describe('names in reach', () => {
  const at = (path: string) => new Map(namesInReach(context, path)?.map(item => [item.name, item]));

  test('at the start nothing is remembered for certain', () => {
    const names = at('declareMove');
    expect(names.get('applicant')).toMatchObject({ kind: 'role', certain: true, meaning: 'participant' });
    expect(names.get('today')).toMatchObject({ kind: 'word', meaning: 'date' });
    expect(names.get('registration')).toBeUndefined();
    expect([...names.values()].filter(({ kind, certain }) => kind === 'fact' && certain)).toEqual([]);
  });

  test('what every way remembers is certain, what some do is not', () => {
    const names = at('underWay.population.registering');
    expect(names.get('move')).toMatchObject({ kind: 'fact', certain: true });
    expect(names.get('partner')).toMatchObject({ kind: 'role', certain: false });
    expect(names.get('parameters.noticeAfterMove')).toMatchObject({ kind: 'parameter', meaning: 'period' });
    expect(names.get('rents')?.meaning).toBe("move.tenure == 'rented'");
    expect(names.get('municipalAnswer')?.meaning).toBe('for parameters.municipalReview');
  });

  test('no state, no names', () => expect(namesInReach(context, 'nowhere')).toBeUndefined());
});

test('services are told with all that a designer must know', () => {
  const cpr = servicesOf(fixtureCatalogue()).find(({ authority }) => authority.id === 'cpr');
  expect(cpr?.services.find(({ id }) => id === 'cpr.registerMove')).toMatchObject({
    input: expect.arrayContaining([
      expect.objectContaining({ name: 'person', meaning: 'person', optional: false }),
    ]),
    refusals: { protectedAddress: expect.anything() },
    compensation: { kind: expect.stringMatching(/^(by|never|nothing)$/) },
  });
  expect(cpr?.reports.map(({ id }) => id)).toContain('cpr.moveRegistered');
});
