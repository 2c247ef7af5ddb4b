import { type PageWords } from './page-words.js';

/** Words of what is offered, in English. */
export const ENGLISH_OFFERS: PageWords['offers'] = {
  rule: 'The rule:',
  title: 'We can help you with this',
  see: 'See the offer',
  why: 'Why you are offered this',
  given: 'What we know already',
  stands: day => `You can accept until ${day}.`,
  about: title => `Read more before you accept: ${title}`,
  take: 'Yes please, begin',
  decline: 'No thank you',
  over: 'The offer is no longer open. You can still begin a journey yourself.',
  begun: 'To the journey',
};
