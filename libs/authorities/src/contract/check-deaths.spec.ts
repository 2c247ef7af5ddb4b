import { expectRefused, FILE, faultsOf, spoilt, type Spoiling } from '../../test/spoilt-contract.js';

/** Persons in a report, and a text in an answer. */
const CHILD = '          child: { type: string, format: cpr, x-correlates: true, description: The child }';
const GUARDIAN =
  '          guardian: { type: string, format: cpr, x-correlates: true, description: The parent }';
const SCHOOL = '          school: { type: string, maxLength: 200, description: School }';

it.each<Spoiling>([
  [
    'a day that is alive',
    GUARDIAN,
    `${GUARDIAN}\n          since: { type: string, format: date, x-alive: true, description: Since when }`,
    'death-of-nobody',
    'x-alive',
    'Who is alive is not said by enrolmentOpened',
    'Write x-alive at a field of x-data with format: cpr.',
  ],
  [
    'a list of those who have died',
    CHILD,
    `${CHILD}\n          dead: { type: array, maxItems: 9, items: { type: string, format: cpr, x-deceased: true }, description: Who }`,
    'death-of-nobody',
    'x-deceased',
    'Who has died is not said by enrolmentOpened',
    'Write x-deceased at a field of x-data with format: cpr.',
  ],
  [
    'one who is alive of whom no journey of theirs hears',
    CHILD,
    `${CHILD}\n          twin: { type: string, format: cpr, x-alive: true, description: The twin }`,
    'death-unheard',
    'x-alive',
    'The journeys of the person who is alive do not hear of enrolmentOpened.',
    'Write x-correlates: true beside it.',
  ],
  [
    'one who is dead and alive',
    CHILD,
    CHILD.replace('{ ', '{ x-alive: true, x-deceased: true, '),
    'death-and-life',
    'x-alive',
    'enrolmentOpened says of the same person that they have died and that they are alive.',
    'Take x-deceased or x-alive out.',
  ],
  [
    'an answer that says who is alive',
    SCHOOL,
    `${SCHOOL}\n          twin: { type: string, format: cpr, x-alive: true, description: The twin }`,
    'death-in-answer',
    'x-alive',
    'The answer of enrol says who is alive, which is heard from reports alone.',
    'have the authority report it',
  ],
])('a contract is refused with %s, and says where and what to do', (...spoiling) => expectRefused(spoiling));

it('a person of a report who has died, or is alive after all, is no fault', () => {
  for (const mark of ['x-deceased', 'x-alive']) {
    expect(faultsOf(spoilt(CHILD, CHILD.replace('{ ', `{ ${mark}: true, `)), FILE)).toEqual([]);
  }
});
