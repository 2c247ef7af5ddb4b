import { fileURLToPath } from 'node:url';
import { type Diagnostic, readJourneyFolder, type ServiceCatalogue } from '#journey';
import { checkJourney } from './check-journey.js';
import { fixtureCatalogue } from './fixtures/fixture-catalogue.js';

const fault: Diagnostic = {
  code: 'missing',
  severity: 'error',
  file: 'state/cpr.yaml',
  line: 1,
  column: 1,
  message: 'info of cpr has no title.',
  remedy: 'Add title.',
};

/** The catalogue of the fixtures, as it is when the contract of CPR is broken. */
function withoutCpr(): ServiceCatalogue {
  const catalogue = fixtureCatalogue();
  const sound = ({ authority }: { readonly authority: string }) => authority !== 'cpr';
  const services = catalogue.services().filter(sound);
  const registerEvents = catalogue.registerEvents().filter(sound);
  return Object.assign(catalogue, {
    services: () => services,
    service: (id: string) => services.find(service => service.id === id),
    registerEvents: () => registerEvents,
    registerEvent: (id: string) => registerEvents.find(event => event.id === id),
    authority: (id: string) =>
      id === 'cpr' ? undefined : catalogue.authorities().find(one => one.id === id),
    broken: new Map([['cpr', [fault]]]),
  });
}

test('what a broken contract declares is unknown because of that, and told once', async () => {
  const files = await readJourneyFolder(fileURLToPath(new URL('fixtures/moving/', import.meta.url)));
  const main = files['2025-01-01.yaml'] ?? '';
  const twice = main.replace('src: kommune.reviewAddress', 'src: cpr.registerMove');
  expect(twice).not.toBe(main);
  const { diagnostics } = checkJourney('moving', { ...files, '2025-01-01.yaml': twice }, withoutCpr());
  const told = diagnostics.filter(({ message }) => message.includes('cpr.'));
  expect(told.map(({ message }) => message).sort()).toEqual(
    ['cpr.readFamily', 'cpr.registerMove', 'cpr.withdrawMove', 'cpr.moveRegistered']
      .filter(id => twice.includes(id))
      .map(id => `${id} is unknown, for the contract state/cpr.yaml is broken.`)
      .sort(),
  );
});
