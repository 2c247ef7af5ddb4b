import { type DANISH_EXAMPLE } from './example-da.js';

/** Words of the pages that show a journey by an example, in English. */
export const ENGLISH_EXAMPLE: typeof DANISH_EXAMPLE = {
  see: 'See an example of the whole journey',
  seeHint: 'You need not sign in, and nothing is sent.',
  mark: 'Example – nothing is sent',
  invented: 'The people and what they answer are made up. The days belong to the example.',
  title: title => `Example: ${title}`,
  begins: (name, day) => `${name} begins the journey on ${day}.`,
  step: (number, of) => `Part ${number} of ${of}`,
  form: name => `What ${name} answers`,
  answers: (name, choice) => `${name} chooses: ${choice}`,
  then: 'What happens then',
  nothing: 'Nothing more happens before the next answer.',
  by: {
    participant: 'Somebody else in the journey',
    authority: 'An authority',
    time: 'By itself',
    journey: 'The journey',
    outcome: 'Outcome',
  },
  message: name => `Message to ${name}`,
  on: 'Next part',
  before: 'Previous part',
  over: 'The journey is over.',
  toJourney: 'To the page of the journey',
};
