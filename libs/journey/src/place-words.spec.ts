import { placeWords } from './place-words.js';

test.each<[(string | number)[], string]>([
  [['machine', 'states', 'underWay', 'states', 'doctor', 'always'], 'always of underWay.doctor'],
  [['machine', 'states', 'signing', 'entry', 1, 'params', 'to'], 'entry → no. 2 → to of signing'],
  [['machine', 'states', 'signing'], 'signing'],
  [['machine', 'on', 'cpr.died'], 'on → cpr.died of the machine'],
  [['machine'], 'the machine'],
  [['roles', 'partner'], 'roles → partner'],
  [['steps', 3, 'expect', 'messages', 0], 'expect → messages → no. 1 of step 4'],
  [['steps', 0], 'step 1'],
])('%j is %s', (path, words) => {
  expect(placeWords(path)).toBe(words);
});
