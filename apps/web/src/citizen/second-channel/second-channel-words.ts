import { type Language } from '#journey';

const DANISH = {
  title: 'Få besked på SMS eller e-mail',
  lead: 'Vi kan give dig besked, når der er nyt. Der står kun: ”Der er nyt i din sag på Overgang.” Selve beskeden læser du her eller i Digital Post.',
  told: (address: string) => `Du får besked på ${address}.`,
  remove: 'Stop, og slet adressen',
  change: 'Brug en anden adresse',
  again: 'Få en ny kode, eller brug en anden adresse',
  way: 'Hvordan vil du have besked?',
  ways: { sms: 'SMS', email: 'E-mail' },
  address: 'Telefonnummer eller e-mail',
  addressHint: 'For eksempel 12 34 56 78 eller navn@eksempel.dk',
  propose: 'Send mig en kode',
  wayMissing: 'Vælg SMS eller e-mail.',
  addressWrong: 'Skriv et telefonnummer eller en e-mail, som passer til det, du har valgt.',
  codeSent: (address: string) => `Vi har sendt en kode til ${address}. Den gælder i 15 minutter.`,
  code: 'Skriv koden',
  codeHint: 'Seks cifre',
  confirm: 'Bekræft',
  codeWrong: 'Koden passer ikke, eller den gælder ikke længere. Skriv den igen, eller få en ny.',
  saved: 'Koden passer. Fra nu af får du besked, når der er nyt.',
  removed: 'Adressen er slettet. Du får stadig Digital Post.',
  ownOnly: 'Du handler for en anden. Kun personen selv kan vælge, hvor beskeden skal komme.',
};

type SecondChannelWords = typeof DANISH;

const ENGLISH: SecondChannelWords = {
  title: 'Get news by text message or e-mail',
  lead: 'We can tell you when there is news. It only says: “There is news in your case at Overgang.” You read the message itself here or in Digital Post.',
  told: address => `You are told at ${address} when there is news.`,
  remove: 'Stop, and delete the address',
  change: 'Use another address',
  again: 'Get a new code, or use another address',
  way: 'How do you want to be told?',
  ways: { sms: 'Text message', email: 'E-mail' },
  address: 'Telephone number or e-mail',
  addressHint: 'For example 12 34 56 78 or name@example.dk',
  propose: 'Send me a code',
  wayMissing: 'Choose text message or e-mail.',
  addressWrong: 'Write a telephone number or an e-mail address that matches what you have chosen.',
  codeSent: address => `We have sent a code to ${address}. It is valid for 15 minutes.`,
  code: 'Write the code',
  codeHint: 'Six digits',
  confirm: 'Confirm',
  codeWrong: 'The code is not right, or is no longer valid. Write it again, or get a new one.',
  saved: 'The code is right. From now on we tell you when there is news.',
  removed: 'The address is deleted. You still get Digital Post.',
  ownOnly: 'You act for somebody else. Only they can choose where they are told.',
};

const WORDS: Readonly<Record<Language, SecondChannelWords>> = { da: DANISH, en: ENGLISH };

/** The words with which people choose to be told by text message or e-mail. */
export function secondChannelWordsIn(language: Language): SecondChannelWords {
  return WORDS[language];
}
