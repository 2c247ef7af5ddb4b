import { expectRefused, faultsOf, spoilt, type Spoiling } from '../../test/spoilt-contract.js';

/** Another entry of what the first answer tells, before the one that is there. */
const TELLS = (entry: string): [string, string] => [
  '      x-tells:\n',
  `      x-tells:\n        - ${entry}\n`,
];

/** What the report tells. */
const REPORT_TELLS = (entry: string): [string, string] => [
  '      x-data:\n',
  `      x-tells: [${entry}]\n      x-data:\n`,
];

it.each<Spoiling>([
  [
    'an answer that tells of a field it lacks',
    ...TELLS('{ is: appointment, day: form }'),
    'telling-unknown-field',
    'form',
    'The answer of enrol has no field form.',
    'Did you mean from?',
  ],
  [
    'an answer that tells a number as a day',
    ...TELLS('{ is: appointment, day: grade }'),
    'telling-wrong-type',
    'grade',
    'grade cannot be the day of enrol, for it is not a day',
    'Name a field that is a day',
  ],
  [
    'an answer that tells a text as an amount',
    ...TELLS('{ is: payment, to: authority, amount: school }'),
    'telling-wrong-type',
    'school',
    'school cannot be the amount of enrol, for it is not a number.',
    'Name a field that is a number.',
  ],
  [
    'a number as the grounds of a decision',
    ...TELLS('{ is: decision, grounds: grade }'),
    'telling-wrong-type',
    'grade',
    'grade cannot be the grounds of enrol, for it is not text.',
    'Name a field that is text.',
  ],
  [
    'a last day to appeal that is a text',
    ...TELLS('{ is: decision, appealBy: school }'),
    'telling-wrong-type',
    'school',
    'school cannot be the appealBy of enrol, for it is not a day',
    'Name a field that is a day',
  ],
  [
    'a period that ends in a text',
    ...TELLS('{ is: decision, period: { until: school } }'),
    'telling-wrong-type',
    'school',
    'school cannot be the until of enrol',
    'Name a field that is a day',
  ],
  [
    'a period that ends twice',
    ...TELLS('{ is: decision, period: { until: day, before: day } }'),
    'telling-of-two-ends',
    'day',
    'When the decision of enrol is over is said twice.',
    'Name until, the last day, or before, the day after it.',
  ],
  [
    'a benefit of no amount',
    ...TELLS('{ is: benefit, every: month }'),
    'telling-without-amount',
    'month',
    'The benefit of enrol is paid every month, but not said is how much.',
    'Add amount',
  ],
  [
    'a payment to nobody',
    ...TELLS('{ is: payment, amount: grade }'),
    'telling-without-payee',
    'payment',
    'The payment of enrol does not say who is paid.',
    'Add to: citizen, authority or participant.',
  ],
  [
    'an appointment that is paid',
    ...TELLS('{ is: appointment, paid: true }'),
    'telling-out-of-place',
    'paid',
    'The appointment of enrol has no paid.',
    'Say name, of, when, day, place, reference, ends of it',
  ],
  [
    'an unknown word for what an answer is',
    ...TELLS('{ is: decison }'),
    'shape',
    'decison',
    'decison is not allowed as is of enrol.',
    'Did you mean decision?',
  ],
  [
    'a telling that its kind does not know',
    ...TELLS('{ is: appointment, amount: grade }'),
    'telling-out-of-place',
    'amount',
    'The appointment of enrol has no amount.',
    'Say name, of, when, day, place, reference, ends of it',
  ],
  [
    'an appointment that is nobody’s',
    ...TELLS('{ is: appointment, day: from }'),
    'telling-of-nobody',
    'appointment',
    'Whose the appointment of enrol is, is not said.',
    'Add of with those who must be alive for it, out of child, guardian.',
  ],
  [
    'a benefit of one who is not named',
    ...TELLS('{ is: benefit, of: [childs], amount: grade }'),
    'telling-of-nobody',
    'childs',
    'enrol has no person childs whose benefit it could be.',
    'Did you mean child?',
  ],
  [
    'a benefit of what is no person',
    ...TELLS('{ is: benefit, of: [school], amount: grade }'),
    'telling-of-nobody',
    'school',
    'enrol has no person school whose benefit it could be.',
    'Name a field that holds a person (format: cpr).',
  ],
  [
    'a condition on a field that the answer lacks',
    ...TELLS('{ is: decision, when: "= grades > 3" }'),
    'telling-unknown-field',
    '"= grades > 3"',
    'The answer of enrol has no field grades.',
    'Did you mean grade?',
  ],
  [
    'a condition on what only journeys know',
    ...TELLS('{ is: decision, when: "= from > today" }'),
    'telling-unknown-field',
    '"= from > today"',
    'The answer of enrol has no field today.',
    'Name a field of the answer.',
  ],
  [
    'a condition that compares a number with a text',
    ...TELLS(`{ is: decision, when: "= grade > 'three'" }`),
    'telling-condition',
    '"= grade',
    'When enrol tells this cannot be found out: ',
    'Write an expression such as = !goesOn.',
  ],
  [
    'a condition that cannot be read',
    ...TELLS('{ is: decision, when: "= grade >" }'),
    'telling-condition',
    '"= grade >"',
    'When enrol tells this cannot be found out: ',
    'Write an expression such as = !goesOn.',
  ],
  [
    'a condition that is neither true nor false',
    ...TELLS('{ is: decision, when: = grade }'),
    'telling-condition',
    '= grade',
    'When enrol tells this is neither true nor false: = grade.',
    "Compare it with something, such as = outcome == 'ended'.",
  ],
  [
    'a condition without the mark of an expression',
    ...TELLS('{ is: decision, when: grade > 3 }'),
    'shape',
    'grade > 3',
    'grade > 3 is not an expression such as = !goesOn.',
    'an expression such as = !goesOn',
  ],
  [
    'a report that tells of a field it lacks',
    ...REPORT_TELLS('{ is: appointment, day: closing }'),
    'telling-unknown-field',
    'closing',
    'The data of enrolmentOpened has no field closing.',
    'Name a field of the data.',
  ],
  [
    'a report that tells a person as a day',
    ...REPORT_TELLS('{ is: decision, day: guardian }'),
    'telling-wrong-type',
    'guardian',
    'guardian cannot be the day of enrolmentOpened, for it is not a day',
    'Name a field that is a day',
  ],
])('a contract is refused with %s, and says where and what to do', (...spoiling) => expectRefused(spoiling));

it('a condition names values that its field can have', () => {
  const field = '          school: { type: string, maxLength: 200, description: School }\n';
  const kind = '          kind: { type: string, enum: [own, other], description: Which }\n';
  const told = (when: string): readonly string[] =>
    faultsOf(spoilt(...TELLS(`{ is: decision, when: "${when}" }`)).replace(field, field + kind))
      .filter(({ code }) => code.startsWith('telling'))
      .map(({ code, message, remedy }) => `${code}: ${message} ${remedy}`);
  expect(told("= kind == 'own' || kind in ['other']")).toEqual([]);
  expect(told("= kind != 'othr'")).toEqual([
    'telling-unknown-value: kind of enrol is never othr. Did you mean other?',
  ]);
  expect(told("= has(kind) && kind in ['own', 'owm']")).toEqual([
    'telling-unknown-value: kind of enrol is never owm. Did you mean own?',
  ]);
});

it('a result is told in words, unless it is yes or no to what was asked for', () => {
  const field = '          school: { type: string, maxLength: 200, description: School }';
  const told = (name: string, words: string): readonly string[] =>
    faultsOf(
      spoilt(...TELLS(`{ is: decision, result: ${name} }`)).replace(
        field,
        `${field}\n          ${name}: { type: boolean, description: So${words} }`,
      ),
    ).map(({ code, message }) => `${code}: ${message}`);
  expect(told('fined', '')).toEqual([
    'result-without-words: How enrol came out is a code of fined, which citizens cannot read.',
  ]);
  expect(
    told('fined', ", x-words: { 'true': { da: bøde, en: fine }, 'false': { da: ingen, en: none } }"),
  ).toEqual([]);
  expect(told('granted', '')).toEqual([]);
});

it('the result of a report is told in words as well', () => {
  const fields = '        required: [child, guardian, closesOn]\n        properties:\n';
  const told = (words: string): readonly string[] =>
    faultsOf(
      spoilt(...REPORT_TELLS('{ is: decision, result: outcome }')).replace(
        fields,
        `${fields}          outcome: { type: string, enum: [in], description: So${words} }\n`,
      ),
    ).map(({ code, message }) => `${code}: ${message}`);
  expect(told('')).toEqual([
    'result-without-words: How enrolmentOpened came out is a code of outcome, which citizens cannot read.',
  ]);
  expect(told(', x-words: { in: { da: optaget, en: taken in } }')).toEqual([]);
});
