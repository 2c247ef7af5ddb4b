import { yamlPlaceAt } from './yaml-place.js';

/** The place of the `|` in a text. */
function place(text: string) {
  const found = yamlPlaceAt(text.replace('|', ''), text.indexOf('|'));
  return found && [found.of, found.path.join('.'), found.typed];
}

test.each([
  ['target: |', 'value', 'target', ''],
  ['target: reg|istered', 'value', 'target', 'reg'],
  ['on:\n  submit: und|', 'value', 'on.submit', 'und'],
  ['on:\n  sub|', 'key', 'on', 'sub'],
  ['on:\n  |\nafter: {}', 'key', 'on', ''],
  ['a:\n  b: 1\n  |', 'key', 'a', ''],
  ['a:\n  b: 1\n|', 'key', '', ''],
  ['on: { submit: { guard: late, target: |', 'value', 'on.submit.target', ''],
  ['on: { submit: { guard: late, target: | } }\nmore: 1', 'value', 'on.submit.target', ''],
  ['input: { person: = applicant.cpr, da|', 'key', 'input', 'da'],
  ['input: { da|te: 1 }', 'key', 'input', 'da'],
  ["when: '= move.da|\nother: 'x'", 'value', 'when', '= move.da'],
  ['a:\n  - { when: \'= x == "|" }', 'value', 'a.0.when', '= x == "'],
  ['when: = move.|', 'value', 'when', '= move.'],
  ['to: [applicant, |]', 'value', 'to.1', ''],
  ['to:\n  - applicant\n  - par|', 'value', 'to.1', 'par'],
  ['always:\n  - guard: late\n    target: |', 'value', 'always.0.target', ''],
  ['always:\n  - guard: late\n    tar|', 'key', 'always.0', 'tar'],
  ['actions:\n  - { rem|', 'key', 'actions.0', 'rem'],
  ['actions:\n  - {\n      rem|', 'key', 'actions.0', 'rem'],
  ['actions: [{ rem|', 'key', 'actions.0', 'rem'],
  ['when: "= a &&\n  b.|"', 'value', 'when', '= a && b.'],
])('%j', (text, of, path, typed) => {
  expect(place(text)).toEqual([of, path, typed]);
});

test('a comment is no place', () => {
  expect(place('a: 1 # and |')).toBeUndefined();
});

test('what stands before is there to be read, though the rest is broken', () => {
  const text = 'invoke: { src: cpr.registerMove, input: { |\non: ]';
  expect(yamlPlaceAt(text.replace('|', ''), text.indexOf('|'))?.before).toMatchObject({
    invoke: { src: 'cpr.registerMove' },
  });
});
