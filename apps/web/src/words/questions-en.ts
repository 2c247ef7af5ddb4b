import { type DANISH_QUESTIONS } from './questions-da.js';

/** What people ask, with the answers, in English. */
export const ENGLISH_QUESTIONS: typeof DANISH_QUESTIONS = {
  title: 'Frequently asked questions',
  data: {
    ask: 'Who can see my data?',
    answer:
      'Only the authorities that need it, and only what they need. Under My data you can see who was given what, when, and under which law.',
  },
  nothing: {
    ask: 'What happens if I do nothing?',
    answer:
      'Each task says so before its deadline. If a task has a deadline, we write to you as it approaches. What you have already sent is not lost.',
  },
  regret: {
    ask: 'Can I change my mind?',
    answer:
      'In most journeys you can. Before you cancel, you can see what will be undone and what cannot be. You can also stop in the middle of a task: what you have written is saved.',
  },
  help: {
    ask: 'Can somebody help me, or do it for me?',
    answer:
      'Yes. You can give somebody you trust a mandate under Mandates, and withdraw it again. You can also get help at Borgerservice, the citizen service of your municipality. You can always see who has done something for you.',
    ownOnly:
      'In this journey nobody can act for you, not even with a mandate. Somebody you trust may still sit beside you.',
  },
  noMitId: {
    ask: 'What if I have no MitID?',
    answer:
      'Call your municipality or visit Borgerservice, its citizen service. They can begin the journey together with you, and if you are exempt from Digital Post, you will get everything by letter. If you have an eID from another EU country that is linked to your CPR number, you can sign in with that.',
  },
  complain: {
    ask: 'How do I complain?',
    answer:
      'When an authority has made a decision that you can appeal, you get a task for doing so. It gives the deadline and says who will look at your complaint. You can always call the authority first and ask them to explain.',
  },
  costs: {
    ask: 'What does it cost?',
    answer:
      'Overgang is free to use. Some authorities charge for what you ask them to do. You can see the price on the page about the journey before you begin.',
  },
};
