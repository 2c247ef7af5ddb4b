import { type PageWords } from './page-words.js';

/** The words of giving and ending a mandate in English. */
export const ENGLISH_MANDATE_GIVING: Pick<
  PageWords['mandates'],
  'give' | 'receipt' | 'withdrawing' | 'renouncing'
> = {
  give: {
    title: 'Give a mandate',
    lead: 'You can let somebody you trust act for you here. You decide for what and for how long. You can always see what is done for you, and you can withdraw the mandate at any time.',
    all: 'All journeys in which one may act for another',
    some: 'Only some journeys, which I choose here',
    fields: {
      name: {
        label: 'What is the name of the person who is to act for you?',
        hint: 'First name and surname',
      },
      cpr: {
        label: 'What is their CPR number?',
        hint: 'Ten digits. Write it with care: the mandate is for whoever has the number.',
      },
      scope: { label: 'What is the mandate to be for?' },
      journeys: { label: 'Which journeys?', hint: 'Choose here if the mandate is for some journeys only.' },
      from: { label: 'When is it to begin?', hint: 'Leave it empty if it is to begin today.' },
      until: { label: 'What is the last day?', hint: 'It can last two years at most.' },
    },
    faults: {
      name: 'Write what the person is called.',
      cpr: 'Write the CPR number of the person.',
      scope: 'Choose what the mandate is to be for.',
      journeys: 'Choose at least one journey.',
      until: 'Write the last day.',
    },
    check: {
      title: 'Look it through before you give the mandate',
      today: 'Today',
      means: 'What it means',
      holder: name =>
        `Is it ${name} you mean, and is the number right? We cannot tell you who has a CPR number.`,
      give: 'Give the mandate',
      change: 'Change something',
    },
  },
  receipt: {
    title: 'The mandate has been given',
    lead: (name, number) => `${name} with CPR number ${number} may act for you.`,
    next: name =>
      `We write to ${name} and to you about it. Tell ${name} yourself as well what you would like help with.`,
    toMandates: 'See who may act for you',
  },
  withdrawing: {
    title: 'Do you want to withdraw the mandate?',
    text: name =>
      `It ends at once. What ${name} has sent for you stands. What is begun and not sent is deleted. We write to both of you.`,
    confirm: 'Withdraw the mandate',
    keep: 'Keep the mandate',
  },
  renouncing: {
    title: 'Do you want to renounce the mandate?',
    text: name =>
      `It ends at once. What you have sent for ${name} stands. What you have begun and not sent is deleted. We write to both of you.`,
    confirm: 'Renounce the mandate',
    keep: 'Keep the mandate',
  },
};
