import { feedbackWordsIn } from '../citizen/feedback/feedback-words.js';
import { opsWordsIn } from '../ops/words/ops-words.js';
import { severalIn } from './several-in.js';

test.each([
  [0, '0 sager', '0 cases'],
  [1, '1 sag', '1 case'],
  [1250, '1.250 sager', '1,250 cases'],
])('%i of a thing is said as "%s" and "%s"', (count, da, en) => {
  expect([severalIn('da')(count, 'sag', 'sager'), severalIn('en')(count, 'case', 'cases')]).toEqual([da, en]);
});

test('what is said of one is not said of several', () => {
  expect(opsWordsIn('en').failing.of(1)).toBe('1 request fails');
  expect(feedbackWordsIn('en').mean('4', 1)).toMatch(/^1 person has answered and gives 4 /);
  expect(feedbackWordsIn('da').mean('4', 1)).toMatch(/^1 har svaret og giver 4 /);
  expect(feedbackWordsIn('da').mean('4', 2)).toMatch(/^2 har svaret\. I gennemsnit giver de 4 /);
});
