import { AuthorityRights } from './authority-rights.js';
import { Catalogue } from './catalogue.js';

const catalogue = Catalogue.load();
const EVE = '2026-12-31T12:00:00Z';
const NEW_YEAR = '2027-01-01T12:00:00Z';

function rightsAt(now: string, ...withSecret: string[]): AuthorityRights {
  const secrets = Object.fromEntries(withSecret.map(id => [id, 'a secret']));
  return new AuthorityRights(catalogue, { now: () => Date.parse(now) }, secrets);
}

const DOCTOR = { service: 'doctorChoice.chooseDoctor', authority: 'region-sjaelland' };
const PERMIT = { service: 'kommune.issueParkingPermit', authority: '0265' };

describe('what was asked', () => {
  it.each([
    ['by its own secret', PERMIT, '0265', EVE, ['0265'], true],
    ['by that of another municipality', PERMIT, '0259', EVE, ['0259'], false],
    ['by that of the role, for one without its own', PERMIT, 'kommune', EVE, [], true],
    ['by that of the role, for one with its own', PERMIT, 'kommune', EVE, ['0265'], false],
    ['by that of another role', PERMIT, 'daycare', EVE, [], false],
    ['by a region that has ended', DOCTOR, 'region-sjaelland', NEW_YEAR, [], false],
    ['by its successor', DOCTOR, 'region-oestdanmark', NEW_YEAR, [], true],
    ['by its successor before its time', DOCTOR, 'region-oestdanmark', EVE, [], false],
    [
      'by the role, when the successor has a secret',
      DOCTOR,
      'doctorChoice',
      NEW_YEAR,
      ['region-oestdanmark'],
      false,
    ],
    [
      'by the authority of the whole country',
      { service: 'cpr.registerMove', authority: 'cpr' },
      'cpr',
      EVE,
      [],
      true,
    ],
    [
      'by a municipality, when the role alone was known',
      { ...PERMIT, authority: 'kommune' },
      '0265',
      EVE,
      [],
      false,
    ],
    [
      'of a service that is gone, by whoever was asked',
      { service: 'gone.ask', authority: 'gone' },
      'gone',
      EVE,
      [],
      true,
    ],
  ])('is answered %s, or not', (_, asked, signer, now, withSecret, may) => {
    expect(rightsAt(now, ...withSecret).mayAnswer(asked, signer)).toBe(may);
  });
});

it.each([
  ['kommune.residenceCaseOpened', '0265', EVE, true],
  ['kommune.residenceCaseOpened', 'kommune', EVE, true],
  ['kommune.residenceCaseOpened', 'region-sjaelland', EVE, false],
  ['kommune.residenceCaseOpened', '0411', EVE, false],
  ['hospital.birthReported', 'region-sjaelland', EVE, true],
  ['hospital.birthReported', 'region-sjaelland', NEW_YEAR, false],
  ['hospital.birthReported', 'region-oestdanmark', NEW_YEAR, true],
  ['cpr.deathRegistered', '0265', EVE, false],
])('%s is reported by %s at %s: %s', (event, signer, now, may) => {
  expect(rightsAt(now).mayReport(catalogue.registerEvent(event)!, signer)).toBe(may);
});
