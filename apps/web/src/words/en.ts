import { listedIn } from '#journey';
import { capital } from './capital.js';
import { ended } from './ended.js';
import { ENGLISH_CALENDAR } from './calendar-en.js';
import { ENGLISH_HELP } from './help-en.js';
import { ENGLISH_CORRECTIONS } from './corrections-en.js';
import { MY_DATA_ENGLISH } from './my-data-en.js';
import { ENGLISH_OFFERS } from './offers-en.js';
import { ENGLISH_OVERVIEW } from './overview-en.js';
import { ENGLISH_MANDATES } from './mandates-en.js';
import { type PageWords } from './page-words.js';
import { ENGLISH_EXAMPLE } from './example-en.js';
import { ENGLISH_MAKING } from './making-en.js';
import { ENGLISH_QUESTIONS } from './questions-en.js';
import { ENGLISH_START } from './start-en.js';

const listed = listedIn('en');

/** Said to whoever has come to a page of people of another role. */
const OTHERS_PAGE = 'You have done nothing wrong, and your own pages are just as they were.';

/** The words of the pages in English. */
export const ENGLISH: PageWords = {
  service: 'Overgang',
  toHome: 'Overgang, to the front page',
  skip: 'Skip to content',
  signIn: 'Sign in with MitID',
  signOut: 'Sign out',
  wayBack: 'Way back',
  back: 'Back',
  earlier: 'Show earlier',
  sentence: ended,
  menu: {
    label: 'Menu',
    open: 'Menu',
    overview: 'My journeys',
    start: 'Begin a journey',
    messages: 'Messages',
    myData: 'My data',
    mandates: 'Mandates',
    settings: 'Settings',
  },
  footer: { help: 'Help and contact', accessibility: 'Accessibility', language: 'Language' },
  alerts: { info: 'Information', success: 'Done', warning: 'Please note', error: 'Error' },
  faults: {
    inTitle: 'Error: ',
    before: 'Error:',
    heading: 'There is something you need to correct',
    movedOn: {
      title: 'Something has happened in your journey',
      text: 'It happened after you opened the page. What you wrote is saved. Look through it, and send it again.',
    },
  },
  welcome: {
    title: 'Help when your life changes',
    lead: 'Here we gather what you need to sort out with the municipality, the region and the state. You tell us once. We tell those who need to know, and you can always see who is doing what.',
    help: 'If you do not have MitID, or would rather talk to somebody, you can call your municipality or visit Borgerservice, its citizen service.',
  },
  overview: ENGLISH_OVERVIEW,
  start: ENGLISH_START,
  journey: {
    all: 'My journeys',
    back: title => `To the journey: ${title}`,
    caseNumber: 'Case number',
    begun: day => `Begun ${day}.`,
    ended: day => `Ended ${day}.`,
    withOthers: names => `Also taking part: ${listed(names)}.`,
    heldTitle: 'The journey is standing still',
    heldText:
      'There is a fault on our side. We are working on it, and nothing is lost. You need not do anything.',
    outcome: 'How it went',
    headings: { now: 'What to do now', nowQuiet: 'When you are ready', nothingNow: 'Right now' },
    then: 'After that',
    may: 'What you can do if you like',
    disagree: 'If you disagree',
    doors: 'Has something else happened?',
    doIt: 'Start',
    goOn: 'Continue',
    begunDraft: 'You have begun. What you wrote is saved.',
    atLatest: day => `no later than ${day}`,
    lastDay: day => `No later than ${day}`,
    openUntil: day => `Open until ${day}`,
    nothingNow: 'You need not do anything now.',
    over: 'The journey has ended.',
    yourNext: 'You need to do this:',
    mayNext: 'You need not do anything now. If you like, you can do this:',
    expectedBy: day => `It will take until ${day} at most.`,
    sections: 'How it is going',
    sectionsOver: 'How each part went',
    later: 'What comes later, or is not needed',
    wasNotNeeded: 'What was not needed',
    statuses: {
      yours: 'Waiting for you',
      yoursQuiet: 'When you like',
      theirs: 'Under way',
      ahead: 'Not yet',
      decided: 'Decided',
      later: 'Later',
      done: 'Done',
      doneQuiet: 'Closed',
      refused: 'Please note',
      notNeeded: 'Not needed',
    },
    others: 'What others are working on',
    since: day => `Since ${day}.`,
    answerBy: day => `The answer will come no later than ${day}.`,
    asksAgain: when => `We will try again ${when}.`,
    awaited: what => `We are waiting for the notice “${what}”.`,
    byItself: 'What happens by itself',
    fromDay: (day, then, until) =>
      `From ${day}: ${ended(then)}${until === undefined || until.includes(day) ? '' : ` Until then: ${ended(until)}`}`,
    happened: 'What has happened',
    allHappened: 'See everything that has happened',
    by: {
      you: 'You',
      participant: 'Somebody else in the journey',
      authority: 'An authority',
      time: 'By itself',
      operations: 'We who run this service',
    },
    forYou: 'Somebody else, for you',
    more: 'More about the journey',
    whatSent: 'See what you have sent',
    whoUsed: 'See who has used your data',
    changed: 'Something new has happened. The page is up to date.',
  },
  form: {
    goOn: 'Continue',
    save: 'Save',
    newlyAsked: {
      one: {
        title: 'Your answer leads to one more question',
        text: 'Look at it, and press Continue again.',
      },
      several: {
        title: 'Your answer leads to more questions',
        text: 'Look at them, and press Continue again.',
      },
    },
    savedAt: time => `Saved at\u00a0${time}`,
    step: (number, of) => `Step ${number} of ${of}`,
    optional: 'optional',
    knownAlready: 'We have filled in what we know already. Correct it if it is wrong.',
    yes: 'Yes',
    no: 'No',
    ticked: 'Yes',
    none: 'None',
    nobody: 'Nobody',
    noneOfThem: 'None of them',
    day: 'Day',
    month: 'Month',
    year: 'Year',
    choose: 'Choose',
    otherPerson: 'Or somebody else. Write the CPR number',
    cprHint: 'Ten digits',
    cprAsked: 'Write the ten digits of the CPR number.',
    cprLine: number => `CPR number, person ${number}`,
    nameLine: number => `Number ${number}`,
    moreLines: 'If you need more, press Save. Then more lines will appear.',
    files: endings => `At most 10 MB${endings.length === 0 ? '' : `, of type ${listed(endings)}`}.`,
    file: 'File',
    attached: count => (count === 1 ? '1 file is attached' : `${count} files are attached`),
    detach: 'Remove',
    takeEarlier: 'Use it',
    orElse: 'You can also answer',
    discloses: 'When you send this, we give data to:',
    disclosesOf: choice => `If you choose “${choice}”, we give data to:`,
    undoable: 'It can be undone if you cancel.',
    notUndoable: 'It cannot be undone afterwards.',
  },
  check: { title: 'Check your answers', unanswered: 'Not filled in', change: 'Change' },
  receipt: {
    title: 'Receipt',
    titleQuiet: 'We have your message',
    received: when => `We received your answer ${when}.`,
    about: 'Task',
    answer: 'Answer',
    caseNumber: 'Case number',
    number: 'Receipt number',
    sent: 'What you have sent',
    next: 'What happens now',
    print: 'You can print this page or save it. You can also find it in the journey.',
    toJourney: 'To the journey',
    all: 'What you have sent',
    none: 'You have not sent anything yet.',
  },
  cancellation: {
    title: 'Cancel the journey',
    stops: 'When you cancel, what we are waiting for stops, and the journey ends.',
    undone: 'This will be undone',
    stays: 'This cannot be undone',
    nothing: 'Nothing has been done yet that needs undoing.',
    goesOn: 'These continue, because they are journeys of their own',
    confirm: 'Yes, cancel the journey',
    keep: 'No, keep it',
    underWay: 'The journey is being cancelled',
    underWayText: 'We are undoing what can be undone. You need not do anything.',
  },
  messages: {
    title: 'Messages',
    unread: 'Unread',
    empty: 'You have no messages.',
    inOtherLanguage: 'We write to you in Danish until you choose another language.',
    chooseLanguage: 'Choose which language we write to you in',
    allOfJourney: 'See all messages in the journey',
    asksNoMore: task => `The task “${task}” is closed. There is nothing more for you to do about it.`,
    sent: day => `Sent ${day}.`,
    ways: {
      digitalPost: 'It was sent to Digital Post as well.',
      letter: 'It was sent as a letter as well.',
      mailbox: 'It is only here.',
    },
    receivedOn: day => `It counts as received ${day}.`,
    returned: why =>
      `It could not be delivered, so it is only here.${why === undefined ? '' : ` ${ended(capital(why))}`}`,
  },
  offers: ENGLISH_OFFERS,
  ...MY_DATA_ENGLISH,
  corrections: ENGLISH_CORRECTIONS,
  mandates: ENGLISH_MANDATES,
  settings: {
    title: 'Settings',
    language: 'Which language should we write to you in?',
    languageHint:
      'This applies to messages and letters that have not been sent yet. Choose the language of the pages at the foot of each page.',
    saved: 'It is saved.',
    calendar: ENGLISH_CALENDAR,
    digitalPost: 'Digital Post',
    digitalPostText:
      'We send your messages to Digital Post. If you are exempt from Digital Post, you get them as letters. You can always read them here.',
  },
  questions: ENGLISH_QUESTIONS,
  making: ENGLISH_MAKING,
  example: ENGLISH_EXAMPLE,
  help: ENGLISH_HELP,
  accessibility: {
    title: 'Accessibility',
    sections: [
      {
        heading: 'Everybody should be able to use these pages',
        text: [
          'The pages are made to comply with the Danish act on the accessibility of public bodies’ websites and WCAG 2.2 at level AA.',
          'You can use them with a keyboard alone, with a screen reader, on a phone, with large print and without JavaScript.',
        ],
      },
      {
        heading: 'What we know does not work well enough yet',
        text: [
          'Files that others have attached may be hard to read for a screen reader.',
          'The pages have been tried with automatic tools and with a keyboard. They have not yet been tried by people who use screen readers.',
        ],
      },
      {
        heading: 'Is there something you cannot use?',
        text: [
          'Write to or call your municipality. They will give it to you in another way, and the fault will be reported to us.',
          'If you are not satisfied with the answer, you can complain to the Agency for Digital Government, which supervises the act.',
        ],
      },
    ],
  },
  problems: {
    signIn: {
      title: 'You are not signed in',
      text: 'You may have been away for a long time. Sign in again, and you will come back to the page.',
    },
    signInKept: {
      title: 'You are no longer signed in',
      text: 'What you wrote is not lost, and it has not been sent yet. Sign in again, and you can send it.',
    },
    helpsNobody: {
      title: 'You are helping nobody right now',
      text: 'Begin the help at the counter. Then you can see the citizen’s pages.',
    },
    roles: {
      citizen: {
        title: 'This page is for citizens',
        text: 'You are signed in with another role. Sign out, and sign in as yourself.',
      },
      caseworker: {
        title: 'This page is for those who help at the counter',
        text: OTHERS_PAGE,
      },
      ops: {
        title: 'This page is for those who keep Overgang running',
        text: OTHERS_PAGE,
      },
      designer: {
        title: 'This page is for those who write the journeys',
        text: OTHERS_PAGE,
      },
      approver: {
        title: 'This page is for those who approve the journeys',
        text: OTHERS_PAGE,
      },
      auditor: {
        title: 'This page is for auditors',
        text: OTHERS_PAGE,
      },
    },
    form: {
      title: 'We could not accept it',
      text: 'The page has been open for too long, or you have signed in again in the meantime. Go back, open the page again, and send once more.',
    },
    tooMuch: {
      title: 'The file is too large',
      text: 'A file may be 10 MB at most. Go back and choose a smaller file.',
    },
    notFound: {
      title: 'We cannot find the page',
      text: 'The address may be wrong, or it may be a page that you do not have access to.',
    },
    notAllowed: {
      title: 'You cannot do this here',
      text: 'You are signed in, but you do not have access to this.',
    },
    conflict: {
      title: 'This is not possible right now',
      text: 'Something has changed since you opened the page.',
    },
    taskOver: {
      title: 'The task is no longer open',
      text: 'It has been done, or the deadline has passed. You can see in the journey what happens now.',
    },
    invalid: {
      title: 'Something is wrong with what you sent',
      text: 'Go back, correct it, and send it again.',
    },
    tooMany: {
      title: 'Please wait',
      text: 'So much has arrived in a short time that we must ask you to wait.',
    },
    unavailable: {
      title: 'We cannot answer at the moment',
      text: 'This is a fault on our side. What you have saved is saved. Try again shortly.',
    },
    unsure: {
      title: 'We do not know whether it arrived',
      text: 'Something went wrong on our side when you sent it. It is not your fault.',
    },
    sendAgain: {
      press: waiting => `${waiting}, then press “Send again”.`,
      then: waiting => `${waiting}, then try again.`,
      once: 'It counts only once, even if it arrived the first time.',
      onceOnly: 'It counts only once, even if you press several times.',
      seeThen: 'Afterwards you can see what has been saved.',
      kept: 'What you have written comes along when you send again. If you close this page before that, it may not have been saved.',
      files: 'Files do not come along. You must choose them again.',
      button: 'Send again',
    },
    lost: {
      title: 'It did not arrive',
      text: 'Something went wrong on our side, and what you sent has not been saved. It is not your fault. Wait a few minutes, then go back and send it again.',
    },
    toHome: 'To the front page',
    again: 'Try again',
    urgent: 'If it is urgent, you can call your municipality or the authority it is about.',
    toJourney: 'To the journey',
    signInAgain: 'Sign in again',
    occurrence: id => `If you call us about it, mention this number: ${id}`,
  },
};
