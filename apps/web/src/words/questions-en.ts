import { listedIn } from './listed-in.js';
import { type DANISH_QUESTIONS } from './questions-da.js';

const listed = listedIn('en');

/** What people ask, with the answers, in English. */
export const ENGLISH_QUESTIONS: typeof DANISH_QUESTIONS = {
  title: 'Frequently asked questions',
  data: {
    ask: 'Who can see my data?',
    answer:
      'Only the authorities that need them, and only what they need. Under My data you can see who was given what, when and by which law.',
    given: authorities =>
      `In this journey that may be ${listed(authorities)}. Further down the page it says why.`,
    none: 'In this journey your data are not given to anybody.',
  },
  nothing: {
    ask: 'What happens if I do nothing?',
    answer:
      'It stands at each task before its deadline has passed. If the task has a deadline, we write to you when it comes near. What you have already sent is not lost.',
  },
  regret: {
    ask: 'Can I change my mind?',
    answer:
      'In most journeys you can. Before you cancel you see what will be undone, and what cannot be. You can also stop in the middle of a task. What you have written is kept.',
  },
  help: {
    ask: 'Can somebody help me, or do it for me?',
    answer:
      'Yes. You can give somebody you trust a mandate under Mandates, and take it back again. You can also get help at a citizen service centre. You can always see who has done something for you.',
    ownOnly:
      'In this journey nobody can act for you, not even with a mandate. But somebody you trust may well sit beside you.',
  },
  noMitId: {
    ask: 'What if I have no MitID?',
    answer:
      'Call your municipality, or visit a citizen service centre. They can begin the journey together with you, and if you are exempt from Digital Post you get all of it by letter. If you have an eID from another EU country that is linked to your CPR number, you can sign in with that.',
  },
  complain: {
    ask: 'How do I complain?',
    answer:
      'When an authority has made a decision that you can complain of, you get a task in which you can do so. It says the deadline, and who looks at the complaint. You can always call the authority first to have it explained.',
  },
  costs: {
    ask: 'What does it cost?',
    answer:
      'Overgang costs nothing to use. Some authorities charge for what you ask of them. The price stands on the page of the journey before you begin.',
    free: 'The journey is free.',
    fees: 'The journey itself costs nothing, but some authorities charge. The prices stand further down the page.',
  },
};
