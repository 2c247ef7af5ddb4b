import { listedIn } from '#journey';
import { type PageWords } from './page-words.js';
import { withinSentence } from './within-sentence.js';

const listed = listedIn('en');

/** Words of the pages before a journey begins, in English. */
export const ENGLISH_START: PageWords['start'] = {
  title: 'Begin a journey',
  what: 'What has happened?',
  ask: 'Write it in your own words',
  askHint: 'For example: I am moving. We do not keep what you write here.',
  search: 'Find',
  found: 'We can help with this',
  because: yours => `Suggested because you wrote ${listed(yours.map(word => `“${word}”`))}.`,
  all: 'Everything we can help with',
  showAll: 'See everything we can help with',
  begin: 'Begin',
  beginAnyway: 'Begin anyway',
  underWay: 'You already have a case under way',
  signInToBegin: 'Sign in with MitID and begin',
  before: 'Before you begin',
  takes: 'How long it takes',
  about: period => `About ${period}`,
  costs: 'What it costs',
  free: 'It is free.',
  paidTo: authority => `to ${authority}.`,
  others: 'Others who may be asked',
  regret: 'If you change your mind',
  cancellable: 'You can cancel along the way. Before you do, you can see what will be undone.',
  notCancellable:
    'Once you have begun, you cannot cancel. If you change your mind, call the authority that it is about.',
  dataTitle: 'Who may get your data',
  dataLead: 'We give an authority only what it needs, and only when it becomes necessary.',
  dataKinds: names => `This may be data ${listed(names.map(name => `on ${withinSentence(name)}`))}.`,
  dataNone: 'In this journey your data is not given to anybody.',
  ground: law => `The rule: ${law}.`,
  asked: 'What you may be asked',
};
