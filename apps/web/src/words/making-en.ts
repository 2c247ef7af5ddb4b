import { type DANISH_MAKING } from './making-da.js';

/** How rules and journeys are made, in English. */
export const ENGLISH_MAKING: typeof DANISH_MAKING = {
  title: 'How the journeys are made',
  lead: 'A journey follows the law. Here you can see how rules are made, who writes the journeys, and how you can take part.',
  leaves: 'The link leads to another site.',
  sections: [
    {
      heading: 'How a rule is made',
      text: [
        'A ministry writes a bill. Before it reaches the Danish Parliament (Folketinget) there is a consultation: everybody can read the bill and say what they think. The answers are public.',
        'Folketinget reads the bill three times, and votes in the end. Once the act is passed it is published, and it says from which day it applies.',
        'Municipalities and regions decide some things themselves, prices for example. They do so at meetings that are open to all.',
      ],
      links: [
        {
          text: 'See bills and answers to consultations at Høringsportalen',
          href: 'https://hoeringsportalen.dk',
        },
        { text: 'Follow a bill in Folketinget', href: 'https://www.ft.dk' },
        { text: 'Read the law in force at Retsinformation', href: 'https://www.retsinformation.dk' },
      ],
    },
    {
      heading: 'How you can take part in changing a rule',
      text: [
        'You can answer a consultation. You do not need to be invited, and you do not need to be a lawyer. Find the bill at Høringsportalen, check the deadline in the letter, and write to the address given there.',
        'You can also make a citizens’ proposal, or support that of others. With 50,000 supporters within half a year it can be taken up in Folketinget.',
      ],
      links: [
        { text: 'Find a consultation to answer', href: 'https://hoeringsportalen.dk' },
        { text: 'Make or support a citizens’ proposal', href: 'https://www.borgerforslag.dk' },
      ],
    },
    {
      heading: 'How a journey is made',
      text: [
        'A designer reads the law together with the authorities that know it, and writes the journey in a language that both people and computers can read. Every deadline and every condition names its source.',
        'A program checks that every path leads somewhere, that nobody is asked for what the authorities already know, and that everything is there in Danish and English. Then the journey is tested with many invented cases.',
        'When the law changes there is a new version. It applies from the day that the law says. If you have already begun, you continue with the version you began with.',
      ],
      links: [],
    },
    {
      heading: 'How you can take part in making a journey better',
      text: [
        'When a journey is over we ask you how it went, and what was difficult. Those who write the journeys can read all answers, and cannot see who has answered.',
        'Once at least five people have answered, the answers are shown on the page about the journey for all to see.',
        'If you would like to take part in a user test when a journey is redesigned, tell your municipality. You can help even if you are not used to computers.',
      ],
      links: [],
    },
    {
      heading: 'Where it is discussed',
      text: [
        'The Danish Agency for Digital Government writes about digital services on LinkedIn, and everybody can reply. Never write your CPR number or anything about your case there.',
      ],
      links: [
        {
          text: 'The Danish Agency for Digital Government on LinkedIn',
          href: 'https://www.linkedin.com/company/digitaliseringsstyrelsen',
        },
      ],
    },
  ],
  deadlines: {
    heading: title => `Time limits and waiting times of a journey, and where they come from: ${title}`,
    lead: 'This is one of the journeys. The page of each journey says what holds for it.',
    short: 'Time limits and waiting times, and where they come from',
    none: 'The journey has no deadlines by law.',
    own: count =>
      count === 1
        ? 'We have chosen one period ourselves, because no law sets it.'
        : `We have chosen ${count} periods ourselves, because no law sets them.`,
  },
};
