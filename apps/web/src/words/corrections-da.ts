import { listedIn, nameFirst } from '#journey';

const listed = listedIn('da');

/** Words of the pages on which somebody asks to have their data corrected, in Danish. */
export const DANISH_CORRECTIONS = {
  title: 'Det har du bedt om at få rettet',
  lead: 'Her kan du se, hvad du har bedt myndighederne rette, og hvad de har svaret. Det nyeste står øverst.',
  empty: 'Du har ikke bedt om at få rettet noget.',
  one: 'Anmodning om rettelse',
  see: 'Se anmodningen',
  ask: {
    title: 'Bed om at få rettet oplysninger om dig',
    lead: (authority: string) => `${nameFirst(authority)} har fået oplysningerne. Det drejer sig om:`,
    fields: {
      category: { label: 'Hvilke oplysninger er forkerte?' },
      wrong: {
        label: 'Hvad er forkert?',
        hint: 'Skriv kun det, myndigheden skal bruge for at finde fejlen. Skriv ikke andres CPR-numre.',
      },
      right: { label: 'Hvad er det rigtige?' },
    },
    other: (authority: string) => `Noget andet, eller jeg er i tvivl – ${authority} svarer`,
    heldBy: (data: string, authority: string) => `${data} – ${authority} svarer`,
    faults: {
      wrong: 'Skriv, hvad der er forkert.',
      right: 'Skriv, hvad der er det rigtige.',
      tooLong: 'Skriv det kortere. Der er plads til 2.000 tegn.',
    },
    instead: 'Du kan også selv kontakte myndigheden',
  },
  check: {
    title: 'Er det rigtigt?',
    to: 'Sendes til',
    concerns: 'Det drejer sig om',
    data: 'Oplysninger',
    other: 'Noget andet',
    next: (authority: string) =>
      `${nameFirst(authority)} får dit CPR-nummer og det, du har skrevet. Myndigheden skal svare hurtigst muligt og senest om en måned. Du kan ikke kalde det tilbage, når det er sendt.`,
    givenTo: (authority: string) =>
      `Retter myndigheden oplysningerne, skal den også give ${authority} besked.`,
    send: 'Send',
    change: 'Ret det, du har skrevet',
  },
  receipt: {
    title: 'Vi sender det videre',
    lead: (authority: string) => `Vi har gemt din anmodning og sender den til ${authority}.`,
    next: (day: string) =>
      `Myndigheden skal svare senest ${day}. Du får besked under Beskeder, når svaret er kommet.`,
    toAll: 'Se alt, du har bedt om at få rettet',
  },
  what: 'Det har du skrevet',
  asked: (day: string) => `Du bad om det ${day}.`,
  concerns: 'Det drejer sig om',
  data: 'Oplysninger',
  wrong: 'Det er forkert',
  right: 'Det er det rigtige',
  statuses: {
    sending: (authority: string) => `Vi er ved at sende det til ${authority}.`,
    received: (authority: string) => `${nameFirst(authority)} har fået det og er ved at undersøge det.`,
    corrected: (authority: string) => `${nameFirst(authority)} har rettet oplysningerne.`,
    refused: (authority: string) => `${nameFirst(authority)} retter ikke oplysningerne.`,
    undelivered: (authority: string) =>
      `Vi har ikke kunnet give det videre til ${authority}. Det er vores fejl. Kontakt selv myndigheden.`,
  },
  answerBy: (day: string) => `Svaret skal komme senest ${day}.`,
  late: (day: string) =>
    `Svaret skulle være kommet senest ${day}. Du kan kontakte myndigheden eller klage til Datatilsynet.`,
  lateMark: 'Forsinket',
  correctedOn: (day: string) => `Det blev rettet ${day}.`,
  answeredAt: (day: string) => `Svaret kom ${day}.`,
  answer: 'Myndighedens svar',
  why: 'Begrundelse',
  told: (names: readonly string[]) => `Disse har fået besked om rettelsen: ${listed(names)}.`,
  contact: 'Sådan kontakter du myndigheden',
  complaint: {
    title: 'Sådan klager du',
    text: 'Er du ikke enig i svaret, eller er det ikke kommet i tide, kan du klage til Datatilsynet. Det koster ikke noget. Fortæl først myndigheden, hvorfor du ikke er enig.',
    link: 'Klag til Datatilsynet på datatilsynet.dk',
    web: 'https://www.datatilsynet.dk',
    phone: 'Telefon',
    number: '33 19 32 00',
    dial: 'tel:+4533193200',
  },
};
