import { type DANISH_MANDATES } from './mandates-da.js';

/** Words of the pages on mandates. */
export const ENGLISH_MANDATES: typeof DANISH_MANDATES = {
  title: 'Mandates',
  see: 'See who may act for whom',
  actsFor: name => `You are acting for ${name}.`,
  switchBack: 'Act for yourself again',
  act: name => `Act for ${name}`,
  startsFor: name => `Here is what you can begin for ${name}.`,
  held: 'People you may act for',
  given: 'Who may act for you',
  noneHeld: 'There is nobody you may act for.',
  noneGiven: 'There is nobody who may act for you.',
  since: (day, last) => `From ${day}${last === undefined ? '' : ` until ${last} at the latest`}.`,
  begins: (day, last) => `It begins on ${day}${last === undefined ? '' : ` and lasts until ${last}`}.`,
  all: 'It is for all journeys except those in which nobody can act for another person.',
  only: titles => `It is for these journeys only: ${titles.join(', ')}.`,
  number: number => `CPR number ${number}`,
  withdraw: 'Withdraw the mandate',
  renounce: 'Give up the mandate',
  ended: 'The mandate is no longer in force.',
  lapsed: {
    title: name => `You no longer act for ${name}`,
    text: 'Your right to do so has ended. From now on you act for yourself. What you have sent still stands.',
  },
  give: {
    title: 'Give a mandate',
    lead: 'You can let somebody you trust act for you here. You decide what it is for and how long it lasts. You can always see what is done for you, and you can withdraw the mandate at any time.',
    all: 'All journeys in which somebody can act for me',
    some: 'Only some journeys, which I choose here',
    fields: {
      name: {
        label: 'What is the name of the person who is to act for you?',
        hint: 'First name and surname',
      },
      cpr: {
        label: 'What is their CPR number?',
        hint: 'Ten digits. Write it carefully: the mandate is for the person who has the number.',
      },
      scope: { label: 'What is the mandate for?' },
      journeys: { label: 'Which journeys?', hint: 'Choose here if the mandate is for some journeys only.' },
      from: { label: 'When does it begin?', hint: 'Leave it empty if it begins today.' },
      until: { label: 'What is the last day?', hint: 'The mandate can last two years at most.' },
    },
    faults: {
      name: 'Write the name of the person.',
      cpr: 'Write the CPR number of the person.',
      scope: 'Choose what the mandate is for.',
      journeys: 'Choose at least one journey.',
      until: 'Write the last day.',
    },
    check: {
      title: 'Check it before you give the mandate',
      today: 'Today',
      means: 'What it means',
      holder: name =>
        `Is it ${name} you mean, and is the number right? We cannot tell you who has a CPR number.`,
      send: 'Give the mandate',
      change: 'Change something',
    },
  },
  receipt: {
    title: 'The mandate has been given',
    lead: name => `${name} may act for you.`,
    next: name =>
      `We will write to ${name} and to you about it. Tell ${name} yourself too, so that they know what you would like help with.`,
    print: 'You can print this page or save it. The mandate is also under Mandates.',
    toMandates: 'See who may act for you',
  },
  withdrawing: {
    title: 'Do you want to withdraw the mandate?',
    text: name =>
      `It ends at once. What ${name} has already sent for you still stands. What has been begun but not sent will be deleted. We will write to both of you.`,
    confirm: 'Withdraw the mandate',
    keep: 'Keep the mandate',
  },
  renouncing: {
    title: 'Do you want to give up the mandate?',
    text: name =>
      `It ends at once. What you have sent for ${name} still stands. What you have begun but not sent will be deleted. We will write to both of you.`,
    confirm: 'Give up the mandate',
    keep: 'Keep the mandate',
  },
};
