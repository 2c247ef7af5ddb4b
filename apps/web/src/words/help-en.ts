import { type DANISH_HELP } from './help-da.js';

/** Words of the page on whom to ask, in English. */
export const ENGLISH_HELP: typeof DANISH_HELP = {
  title: 'Help and contact',
  lead: 'You do not have to manage alone, and you do not have to manage online.',
  ways: [
    {
      heading: 'Is it urgent?',
      text: 'Call 112 if somebody is in danger. Call the municipality’s duty officer if a child or an adult needs help at once.',
    },
    {
      heading: 'Talk to somebody',
      text: 'Call your municipality or visit Borgerservice, its citizen service. They can help you with everything, even without MitID. You do not need to have any papers ready.',
    },
    {
      heading: 'Let somebody help you',
      text: 'Somebody you trust may help you. To act for you, they need a mandate or another right to do so. You give a mandate under Mandates when you are signed in.',
    },
  ],
  authorities: 'The authorities',
  authoritiesLead:
    'These are all the authorities we work with. Your journey’s page shows who is working on your case right now. If you do not know whom to ask, call your municipality.',
  find: {
    label: 'Find an authority',
    hint: 'Write the name, or part of it.',
    button: 'Find',
    found: name => `Authorities with “${name}” in their name:`,
    none: name =>
      `No authority has “${name}” in its name. Write less of the name, or find it among all of them.`,
    all: 'See all the authorities',
  },
  groups: 'The authorities in groups',
  tiers: { municipal: 'The municipality', regional: 'The region', state: 'The state and others' },
  fromTo: (tier, from, until) => (from === until ? `${tier}: ${from}` : `${tier}: ${from} to ${until}`),
  contactOf: authority => `Contact ${authority}`,
  phone: 'Telephone:',
  days: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  openFrom: (from, until) => `${from} to ${until}`,
};
