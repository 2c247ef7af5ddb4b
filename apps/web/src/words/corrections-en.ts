import { listedIn, nameFirst } from '#journey';
import { type DANISH_CORRECTIONS } from './corrections-da.js';

const listed = listedIn('en');

/** Words of the pages on which somebody asks to have their data corrected, in English. */
export const ENGLISH_CORRECTIONS: typeof DANISH_CORRECTIONS = {
  title: 'What you have asked to have corrected',
  lead: 'Here you can see what you have asked the authorities to correct, and what they have answered. The newest is at the top.',
  empty: 'You have not asked to have anything corrected.',
  one: 'Request for correction',
  see: 'See the request',
  ask: {
    title: 'Ask to have data about you corrected',
    lead: authority => `${nameFirst(authority)} was given the data. It is about:`,
    fields: {
      category: { label: 'Which data is wrong?' },
      wrong: {
        label: 'What is wrong?',
        hint: 'Write only what the authority needs to find the mistake. Do not write the CPR numbers of others.',
      },
      right: { label: 'What is right?' },
    },
    other: authority => `Something else, or I am not sure – ${authority} answers`,
    heldBy: (data, authority) => `${data} – ${authority} answers`,
    faults: {
      wrong: 'Write what is wrong.',
      right: 'Write what is right.',
      tooLong: 'Write it more briefly. There is room for 2,000 characters.',
    },
    instead: 'You can also contact the authority yourself',
  },
  check: {
    title: 'Is this right?',
    to: 'Sent to',
    concerns: 'It is about',
    data: 'Data',
    other: 'Something else',
    next: authority =>
      `${nameFirst(authority)} will get your CPR number and what you have written. The authority must answer as soon as possible, and within a month. You cannot take it back once it has been sent.`,
    givenTo: authority => `If the authority corrects the data, it must also tell ${authority}.`,
    send: 'Send',
    change: 'Change what you have written',
  },
  receipt: {
    title: 'We are passing it on',
    lead: authority => `We have saved your request and are sending it to ${authority}.`,
    next: day =>
      `The authority must answer by ${day} at the latest. You will get a message under Messages when the answer has come.`,
    toAll: 'See all that you have asked to have corrected',
  },
  what: 'What you have written',
  asked: day => `You asked on ${day}.`,
  concerns: 'It is about',
  data: 'Data',
  wrong: 'What is wrong',
  right: 'What is right',
  statuses: {
    sending: authority => `We are sending it to ${authority}.`,
    received: authority => `${nameFirst(authority)} has received it, and is looking into it.`,
    corrected: authority => `${nameFirst(authority)} has corrected the data.`,
    refused: authority => `${nameFirst(authority)} will not correct the data.`,
    undelivered: authority =>
      `We have not been able to pass it on to ${authority}. The fault is ours. Contact the authority yourself.`,
  },
  answerBy: day => `The answer must come by ${day} at the latest.`,
  late: day =>
    `The answer should have come by ${day}. You can contact the authority, or complain to the Danish Data Protection Agency (Datatilsynet).`,
  lateMark: 'Late',
  correctedOn: day => `It was corrected on ${day}.`,
  answeredAt: day => `The answer came on ${day}.`,
  answer: 'The answer of the authority',
  why: 'Reason',
  told: names => `These have been told about the correction: ${listed(names)}.`,
  contact: 'How to contact the authority',
  complaint: {
    title: 'How to complain',
    text: 'If you do not agree with the answer, or it has not come in time, you can complain to the Danish Data Protection Agency (Datatilsynet). It is free of charge. First tell the authority why you do not agree.',
    link: 'Complain to the Danish Data Protection Agency at datatilsynet.dk',
    web: 'https://www.datatilsynet.dk/english',
    phone: 'Telephone',
    number: '+45 33 19 32 00',
    dial: 'tel:+4533193200',
  },
};
