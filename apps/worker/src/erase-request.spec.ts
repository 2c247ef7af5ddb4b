import { eraseRequest } from './erase-request.js';

const request = (line: string) => eraseRequest(line.split(' '));

it.each([
  ['journey j --reason mistake', { what: 'journey', id: 'j', reason: 'mistake', underWay: false }],
  ['journey j --under-way --reason order', { what: 'journey', id: 'j', reason: 'order', underWay: true }],
  ['person p --reason request', { what: 'person', id: 'p', reason: 'request' }],
  ['person --cpr-from-stdin --reason request', { what: 'person', id: undefined, reason: 'request' }],
  ['expired', { what: 'expired', most: 10_000 }],
  ['expired --most 5', { what: 'expired', most: 5 }],
  ['apply', { what: 'apply' }],
])('understands: %s', (line, asked) => {
  expect(request(line)).toEqual(asked);
});

it.each([
  '',
  'journey',
  'journey j',
  'journey j --reason because',
  'journey j k --reason mistake',
  'journey j --reason mistake --force',
  'person --reason request',
  'person p --cpr-from-stdin --reason request',
  'expired --most all',
  'expired --most 0',
  'expired j',
  'apply j',
  'everything --reason request',
])('does not guess: %s', line => {
  expect(request(line)).toBeUndefined();
});
