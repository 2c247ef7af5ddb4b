import { severalIn } from '../../words/several-in.js';
import { type DesignerWords } from './designer-words.js';

const several = severalIn('en');

/** The words of the pages of designers in English. */
export const DESIGNER_ENGLISH: DesignerWords = {
  title: 'Journeys',
  lead: 'All journeys that are published, and how good they are. The figures are of the version in force today.',
  approver: {
    title: 'There is nothing to approve here yet',
    text: 'You can read all journeys that are published, see them as a picture, and see what the check says about them. Proposals for new versions cannot be sent for approval yet.',
  },
  none: 'No journey is published.',
  columns: ['Journey', 'Versions', 'Under way', 'Walked by scenarios', 'Score', 'Check', 'Picture'],
  more: 'Show more',
  documentation: 'Documentation of the API',
  version: {
    from: day => `From ${day}`,
    inForce: 'in force today',
    coming: 'to come',
    replaced: 'replaced',
    withdrawn: 'withdrawn',
    underWay: count => (count === 0 ? 'No cases' : several(count, 'case', 'cases')),
  },
  appraisal: {
    underWay: 'Being worked out',
    failed: 'Could not be worked out. Run check on your own machine.',
    noScenarios: 'No scenarios at hand',
    walked: (states, transitions) => `${states} % of the states, ${transitions} % of the ways`,
    sound: 'No errors, no warnings',
    found: (errors, warnings) =>
      `${several(errors, 'error', 'errors')}, ${several(warnings, 'warning', 'warnings')}`,
    score: score => `${score} of 100`,
  },
  page: {
    title: (journey, day) => `${journey}, version from ${day}`,
    back: 'All journeys',
    facts: {
      status: 'Status',
      underWay: 'Under way on this version',
      published: 'Published',
      withdrawn: 'Withdrawn',
      hash: 'Hash of the content',
      walked: 'Walked by scenarios',
      score: 'Score',
      check: 'Check',
    },
    because: (when, reason) => `${when}: ${reason}`,
    picture: 'See the version as a picture',
    check: 'What the check says',
    error: 'Error',
    warning: 'Warning',
    place: (file, line) => `${file}, line ${line}`,
    remedy: 'Do this:',
    notWalked: 'What no scenario walks',
    score: 'The score and its reasons',
    scoreLead: 'By the eGovernment Benchmark of the EU.',
    group: (title, score) => `${title} (${score === undefined ? 'cannot be told' : `${score} of 100`})`,
    met: 'Yes',
    notMet: 'No',
    open: 'Open',
    principles: 'The principles of digital-ready legislation',
    ofWhole: (part, whole) => `${part} of ${whole}`,
  },
  picture: {
    title: journey => `Picture: ${journey}`,
    back: 'To the version',
    branches: 'Branches',
    whole: 'The whole',
    scroll: 'The picture, which can be scrolled',
    alone: 'Open the picture by itself',
    inWords: 'The picture in words',
    leads: to => `leads to “${to}”`,
    at: when => `At “${when}”`,
    byItself: 'By itself',
  },
};
