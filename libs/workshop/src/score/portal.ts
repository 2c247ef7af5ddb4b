import { type Words } from '#journey';
import { type Indicator } from './indicator.js';

/** What the portal meets, and by what; `test/faces/portal-indicators.spec.ts` visits the pages and holds it true. */
export const MET_BY_PORTAL: Readonly<Record<string, Words>> = {
  '1a.3': {
    da: 'Forsiden fører til listen over forløb, og listen til hvert af dem.',
    en: 'The front page leads to the list of journeys, and the list to each.',
  },
  '1b.1': {
    da: 'Svarene står under Hjælp og kontakt og på siden om hvert forløb.',
    en: 'The answers stand under Help and contact, and on the page of each journey.',
  },
  '1b.2': {
    da: 'Hvert forløb kan ses igennem med et eksempel, før man logger på.',
    en: 'Each journey can be seen from end to end by an example before signing in.',
  },
  '1b.3': {
    da: 'Hver myndighed kan ringes op fra siden, og telefontiden står der.',
    en: 'Each authority can be called from the page, and its hours are said.',
  },
  '1b.6': {
    da: 'Når et forløb er slut, kan man sige, hvordan det gik.',
    en: 'When a journey is over, one can say how it went.',
  },
  '1b.7': {
    da: 'Siden om, hvordan forløbene bliver til, fører til de steder, hvor de bliver diskuteret.',
    en: 'The page on how journeys are made leads to where they are discussed.',
  },
  '1c.1': {
    da: 'Siderne passer til en telefon på 320 punkter, uden at noget skæres af.',
    en: 'The pages fit a telephone of 320 points, and nothing is cut off.',
  },
  '2a.7': {
    da: 'Det, andre har sagt om forløbet, står på siden, før man begynder.',
    en: 'What others have said of the journey stands on its page before one begins.',
  },
  '2b.2': {
    da: 'Ud for hver oplysning kan man sige til myndigheden, hvad der er forkert.',
    en: 'Beside each entry one can tell the authority what is wrong.',
  },
  '2b.3': {
    da: 'Man skriver selv, hvad der er rigtigt, og får at vide, om det er rettet.',
    en: 'One writes what is right, and is told whether it has been corrected.',
  },
  '2b.4': {
    da: 'Mine oplysninger viser, hvordan man klager til Datatilsynet.',
    en: 'The page on one’s data says how to complain to the Danish Data Protection Agency.',
  },
  '2c.1': {
    da: 'Det står der, hvordan en regel bliver til, fra forslag til lov.',
    en: 'It is said how a rule is made, from proposal to act.',
  },
  '2c.2': {
    da: 'Det står der, hvordan man sender et høringssvar eller stiller et borgerforslag.',
    en: 'It is said how to answer a consultation, or to make a citizens’ proposal.',
  },
  '2c.3': {
    da: 'Det står der, hvem der skriver og kontrollerer forløbene, og hver frist står med sin kilde.',
    en: 'It is said who writes and checks the journeys, and each deadline is shown with its source.',
  },
  '2c.4': {
    da: 'Det står der, hvordan man er med til at gøre forløbene bedre, og hvad andres svar førte til.',
    en: 'It is said how to take part in making the journeys better, and where the answers are published.',
  },
  '4.3': {
    da: 'Man kan logge på med eID fra et andet EU-land (eIDAS).',
    en: 'One can sign in with an eID of another EU country (eIDAS).',
  },
  '4.4': {
    da: 'Hjælpen findes på engelsk med et nummer, der kan ringes til fra udlandet.',
    en: 'The help is there in English, with a number that can be called from abroad.',
  },
};

/** What is not asked of the portal, and why. */
export const NOT_OF_PORTAL: Readonly<Record<string, Words>> = {
  '3.5': {
    da: 'Ikke relevant: staten og bankerne har MitID sammen, og det er den eneste eID, som borgere i Danmark bruger til det offentlige.',
    en: 'Not applicable: the state and the banks have MitID together, and it is the only eID that citizens in Denmark use with authorities.',
  },
};

const UNDECIDED: Words = {
  da: 'Det afgøres af portalen og dens sider, ikke af forløbet.',
  en: 'The portal and its pages decide this, not the journey.',
};

/** A question about the portal and its pages, which a definition says nothing of. */
export function ofThePortal(id: string, question: Words): Indicator {
  const reason = MET_BY_PORTAL[id];
  return {
    id,
    question,
    judge: reason ? () => ({ value: 1, reason }) : { open: NOT_OF_PORTAL[id] ?? UNDECIDED },
  };
}
