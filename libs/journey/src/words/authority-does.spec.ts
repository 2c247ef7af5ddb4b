import { authorityDoes, namedOtherwise, type NamedRole } from './authority-does.js';

const CARE: NamedRole = { name: 'kommunen (hjælp og pleje)', heldBy: 'municipality', language: 'da' };
const HOSPITAL: NamedRole = { name: 'hospitalet', heldBy: 'region', language: 'da' };
const CPR: NamedRole = { name: 'the Civil Registration System (CPR)', language: 'en' };
const PARISH: NamedRole = { name: 'the parish register (church office)', language: 'en' };
const TAX: NamedRole = { name: 'the Danish Tax Agency', language: 'en' };

it.each([
  [CARE, 'Roskilde Kommune', 'Kommunen aflyser besøget', 'Roskilde Kommune aflyser besøget'],
  [CARE, CARE.name, 'Kommunen aflyser besøget', 'Kommunen (hjælp og pleje) aflyser besøget'],
  [CARE, 'Roskilde Kommune', 'Klagen bliver afsluttet', 'Roskilde Kommune: Klagen bliver afsluttet'],
  [HOSPITAL, HOSPITAL.name, 'Hospitalet indkalder dig', 'Hospitalet indkalder dig'],
  [
    HOSPITAL,
    'Region Nordjylland',
    'Hospitalet indkalder dig',
    'Region Nordjylland: Hospitalet indkalder dig',
  ],
  [HOSPITAL, 'Region Nordjylland', 'Regionen betaler', 'Region Nordjylland betaler'],
  [CPR, CPR.name, 'CPR registers your move', 'The Civil Registration System (CPR) registers your move'],
  [PARISH, PARISH.name, 'The church office closes', 'The parish register (church office) closes'],
  [TAX, TAX.name, 'The authority answers', 'The Danish Tax Agency answers'],
  [TAX, TAX.name, 'A lawyer is found', 'Danish Tax Agency: A lawyer is found'],
])('%o as %s: “%s” is said as “%s”', (role, authority, title, said) => {
  expect(authorityDoes(title, role, authority)).toBe(said);
});

it.each([
  [TAX, 'The Tax Agency gives your income', 'agency'],
  [TAX, 'The Danish Tax Agency gives your income', undefined],
  [CPR, 'CPR registers your move', undefined],
  [{ ...HOSPITAL, name: 'sognets præst' }, 'Præsten aflyser vielsen', 'præst'],
  [HOSPITAL, 'Lægen udsteder dødsattesten', undefined],
])('%o in “%s” is named otherwise by the word %s', (role, title, word) => {
  expect(namedOtherwise(title, role)).toBe(word);
});
