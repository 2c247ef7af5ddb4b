import { listedIn } from '#journey';
import { withinSentence } from './within-sentence.js';

const listed = listedIn('da');

/** Words of the pages before a journey begins, in Danish. */
export const DANISH_START = {
  title: 'Begynd et forløb',
  what: 'Hvad er der sket?',
  ask: 'Skriv det med dine egne ord',
  askHint: 'For eksempel: Jeg skal flytte. Vi gemmer ikke det, du skriver her.',
  search: 'Find',
  found: 'Det kan vi hjælpe med',
  because: (yours: readonly string[]) =>
    `Vi foreslår det, fordi du skrev ${listed(yours.map(word => `”${word}”`))}.`,
  all: 'Alt, hvad vi kan hjælpe med',
  showAll: 'Se alt, hvad vi kan hjælpe med',
  begin: 'Begynd',
  beginAnyway: 'Begynd alligevel',
  underWay: 'Du har allerede en sag i gang',
  signInToBegin: 'Log på med MitID, og begynd',
  before: 'Før du begynder',
  takes: 'Så lang tid tager det',
  about: (period: string) => `Cirka ${period}`,
  costs: 'Det koster det',
  free: 'Det er gratis.',
  paidTo: (authority: string) => `til ${authority}.`,
  others: 'Andre, der kan blive spurgt',
  regret: 'Hvis du fortryder',
  cancellable: 'Du kan annullere undervejs. Før du gør det, kan du se, hvad der bliver trukket tilbage.',
  notCancellable:
    'Når du er begyndt, kan du ikke annullere. Fortryder du, så ring til den myndighed, det handler om.',
  dataTitle: 'Hvem der kan få dine oplysninger',
  dataLead: 'Vi giver kun en myndighed det, den skal bruge, og kun når det bliver nødvendigt.',
  dataKinds: (names: readonly string[]) =>
    `Det kan være oplysninger ${listed(names.map(name => `om ${withinSentence(name)}`))}.`,
  dataNone: 'I dette forløb giver vi ikke dine oplysninger videre.',
  ground: (law: string) => `Reglen står i ${law}.`,
  asked: 'Det kan du blive spurgt om',
};
