import { type PageWords } from './page-words.js';

/** The words of the calendar's private address in English. */
export const ENGLISH_CALENDAR: PageWords['settings']['calendar'] = {
  title: 'Deadlines and appointments in your own calendar',
  text: 'You can see your deadlines and appointments in the calendar on your phone or computer. You get a private address, which you add to the calendar.',
  whoever: 'Whoever has the address can read your deadlines and appointments. Do not give it to anybody.',
  since: day => `You made the address on ${day}.`,
  make: 'Make a private address',
  again: 'Make a new address',
  againText: 'When you make a new address, the old one no longer works.',
  withdraw: 'Close the address',
  withdrawn: 'The address is closed. The calendar can no longer fetch your deadlines and appointments.',
  madeTitle: 'Your private address',
  madeText: 'Copy the address now. We show it only this once.',
  how: 'Add it to your calendar where you can add or subscribe to a calendar from the web.',
  address: 'Address',
  back: 'To settings',
  forYourself: 'While you act for somebody else, you cannot make an address for their calendar.',
};
