import { listedIn, gdprArticle } from '#journey';
import { withinSentence } from './within-sentence.js';
import { type MY_DATA_DANISH } from './my-data-da.js';

const listed = listedIn('en');

/** Words of the pages on one's own data, in English. */
export const MY_DATA_ENGLISH: typeof MY_DATA_DANISH = {
  myData: {
    title: 'Who has used my data?',
    lead: 'Here you can see which data we have passed on, to whom, when and why. The newest is at the top.',
    empty: 'Nobody has used your data yet.',
    times: count => `${count} times`,
    categories: names => `It was data ${listed(names.map(name => `on ${withinSentence(name)}`))}.`,
    aboutOthers: 'The data was about people other than you.',
    ground: (law, gdpr) => `The rule: ${law}${gdpr === undefined ? '' : `, and ${gdprArticle(gdpr, 'en')}`}.`,
    stages: { underWay: 'It is being sent.', unsure: 'We stopped it, but it may have arrived.' },
    wrong: 'Is something wrong?',
    wrongLead:
      'Choose “Is something wrong?” next to the data in question. We then ask the authority for you, and it must answer within a month.',
    corrections: 'See what you have asked to have corrected',
    inGeneral: 'Read what you can do when something is wrong',
    complaint: 'Complain about how your data has been used',
    complaintLead:
      'Do you think that we or an authority have used your data in a way that is not allowed? Then you can complain to the Danish Data Protection Agency (Datatilsynet). It is free of charge.',
    takeHome: 'Take your data with you',
    takeHomeLead: 'You can get a copy of everything we hold on you, and proof of who has used your data.',
    seeCopy: 'See a copy of everything',
    fetchCopy: 'Download the copy as a file (JSON)',
    fetchProof: 'Download the proof as a file (JSON)',
    aboutProof: 'What is the proof?',
    proofText: [
      'The proof is a list of who has been given or has seen your data. We have signed the list digitally.',
      'Each line is locked to the one before it. If somebody later changes a line or takes it out, the file you have kept will show it.',
      'The file says how it can be checked. New lines are added after a few seconds.',
    ],
  },
  wrongData: {
    title: 'Is something in your data wrong?',
    lead: 'The authority that holds the data is the one that can correct it. If the data is in the list under My data, you can ask for it there. Otherwise, contact the authority.',
    turnTo: name => `Contact ${name}`,
    noContact:
      'We have no telephone number for that authority. Call your municipality. They can help you from there.',
    how: 'What to do',
    steps: [
      'Say what is wrong, and what is right. If you have papers that show it, send them too.',
      'The authority must answer as soon as possible, and no later than one month after you wrote. If it takes longer, it must tell you why.',
      'If you do not agree with the answer, you can complain to the Danish Data Protection Agency.',
    ],
    right: 'This is your right under article 16 of the GDPR.',
    answers:
      'Is it something you wrote to us yourself? You can see your answers under the journey it is about. Call the authority if the answer has already been sent.',
    all: 'See how to contact other authorities',
  },
  copy: {
    title: 'A copy of everything we hold on you',
    made: when => `The copy was made on ${when}.`,
    print: 'You can print the page, or save it as a PDF in your browser.',
    shortened:
      'There is more than there is room for here. The oldest is left out. You can find all of it under each journey.',
    journeys: 'Your journeys',
    none: 'None.',
    reference: 'Case number',
    begun: 'Begun',
    ended: 'Ended',
    answers: 'What you have answered',
    documents: 'What you have attached',
    sent: 'sent',
    notSent: 'not sent',
    drafts: 'What you have written and not sent',
    saved: when => `saved on ${when}`,
    feedbackGiven:
      'You have said how it went. Your answer is kept without a name, so we cannot find it again.',
    offers: 'What we have offered you',
    until: day => `answer by ${day}`,
    channel: 'Where you are told that there is news',
    ways: { sms: 'Text message', email: 'E-mail' },
    notConfirmed: 'not confirmed yet',
    calendarFeed: 'Your calendar',
    calendarFeedSince: when => `It has had a private address since ${when}.`,
    messages: 'Messages to you',
    disclosures: 'Who has used your data',
    mandates: 'Mandates',
    name: 'Your name',
    named: name =>
      `${name}. An authority has told us the name. We have it so that whoever may act for you by law can see whom it is about.`,
    registeredDeath: 'A registered death',
    died: (day, reversed) =>
      reversed === undefined
        ? `A register has told us that you died on ${day}. As long as it says so, nobody can act for you and you cannot act for others. If it is wrong, contact Borgerservice in your municipality.`
        : `A register has told us that you died on ${day}. From ${reversed} on this is corrected as a mistake.`,
    sessions: 'Where you are signed in',
    lastUsed: when => `last used on ${when}`,
    language: 'Language',
    languages: { da: 'Danish', en: 'English' },
  },
};
