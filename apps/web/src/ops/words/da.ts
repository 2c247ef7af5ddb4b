import { severalIn } from '../../words/several-in.js';
import { DISPATCH_DANISH } from './dispatch-da.js';

const several = severalIn('da');

/** The words of the pages of ops in Danish. */
export const OPS_DANISH = {
  title: 'Drift',
  read: (time: string) => `Læst kl.\u00a0${time}.`,
  refreshes: 'Siden henter selv nye tal hvert halve minut, så længe nogen bruger den.',
  stale:
    'Tallene kunne ikke hentes igen og er fra det tidspunkt, der står ovenfor. Siden prøver igen om et halvt minut.',
  find: {
    title: 'Find en sag',
    label: 'Sagsnummer',
    hint: 'Som borgeren læser det op, for eksempel FLY-7K3M-2Q9X-D4TN. Bindestreger og de tre første bogstaver kan udelades.',
    find: 'Find sagen',
    invalid: 'Skriv et sagsnummer med 12 tegn efter de tre bogstaver.',
    none: 'Der er ingen sag med det nummer. Bed om at få det læst op igen: O og 0, I og 1 er det samme.',
  },
  failing: {
    title: 'Det, der fejler',
    lead: 'Henvendelser til samme service, der fejler af samme årsag.',
    none: 'Intet fejler.',
    of: (count: number) => several(count, 'henvendelse fejler', 'henvendelser fejler'),
    columns: [
      'Service',
      'Årsag',
      'Opgivet',
      'Venter på næste forsøg',
      'Sager',
      'Den ældste',
      'Næste forsøg',
      'Gør noget',
    ],
    at: (count: number): string => `hos ${count} myndigheder`,
    noAttempt: 'Intet, opgivet',
    see: 'Se og prøv igen',
    more: 'Vis flere',
    all: 'Se alt, der fejler',
  },
  causes: {
    unreachable: 'Svarer ikke',
    'answer-breaks-contract': 'Svaret passer ikke med kontrakten',
    'no-authority': 'Ingen myndighed har opgaven på stedet',
    'unknown-service': 'Ingen kontrakt har servicen længere',
    failed: 'En fejl hos os',
  } as Readonly<Record<string, string>>,
  incident: {
    caseOf: (service: string) => `${service}: prøv igen`,
    again: 'prøv igen',
    paused: 'Sat på pause',
    pausedText: 'Henvendelser hertil bliver først sendt, når pausen bliver ophævet:',
    facts: {
      said: 'Det læser borgeren om servicen',
      authority: 'Myndigheder',
      cause: 'Årsag',
      message: 'Det blev sagt om en af dem',
      parked: 'Opgivet',
      waiting: 'Venter på næste forsøg',
      journeys: 'Sager',
      oldest: 'Den ældste blev sendt',
      next: 'Næste forsøg',
    },
    see: 'Se henvendelserne enkeltvis',
    what: 'Prøv dem alle igen nu',
    how: 'De bliver sendt én efter én, de ældste først, og højst 1.000 ad gangen. En henvendelse, som myndigheden allerede har fået, bliver ikke udført to gange.',
    reason: 'Hvorfor skal de prøves igen?',
    retry: (count: number) => `Prøv ${several(count, 'henvendelse', 'henvendelser')} igen`,
    gone: 'Der er intet at prøve igen',
    goneText:
      'Ingen henvendelser til denne service fejler af denne årsag længere. Nogen er måske kommet før dig.',
    back: 'Til det, der fejler',
  },
  authorities: {
    title: 'Myndigheder',
    lead: 'De myndigheder, vi venter på, eller som er sat på pause. Dem, der fejler mest, står først.',
    calm: (count: number) =>
      `${several(count, 'anden myndighed', 'andre myndigheder')}, som vi ikke venter på`,
    allCalm: 'Vi venter ikke på nogen myndighed lige nu.',
    states: { paused: 'På pause', failing: 'Fejler', late: 'For sent', waiting: 'Venter', calm: 'Rolig' },
    paused: (since: string) => `Sat på pause ${since}`,
    overdue: 'Over myndighedens egen frist',
    failing: 'Fejler',
    oldest: 'Den ældste blev sendt',
    kinds: {
      pending: (count: number) => `${count} skal sendes`,
      accepted: (count: number) => `${count} er modtaget og venter på svar`,
      parked: (count: number) => `${count} er opgivet`,
    } as Readonly<Record<string, (count: number) => string>>,
    see: (name: string) => `Se henvendelserne til ${name}`,
  },
  authority: {
    back: 'Til driften',
    facts: {
      pending: 'Skal sendes',
      accepted: 'Modtaget, venter på svar',
      overdue: 'Heraf over myndighedens egen frist',
      parked: 'Opgivet',
      failing: 'Fejlet mindst én gang',
      oldest: 'Den ældste blev sendt',
      id: 'Id',
    },
    none: 'Ingen venter',
    isPaused: 'Sat på pause',
    see: 'Se henvendelserne enkeltvis',
    wide: (heldBy: string | undefined): string =>
      heldBy === undefined ? 'Det gælder alle dens opgaver.' : 'Det gælder alle, der har opgaven.',
    resume: {
      lift: 'Ophæv pausen',
      tryNow: 'Prøv alt igen nu',
      nothing: 'Intet venter på at blive sendt. Fra nu af sender vi med det samme.',
      how: (count: number) =>
        `${several(count, 'henvendelse, der venter, bliver', 'henvendelser, der venter, bliver')} sendt nu: de ældste først, 50 i sekundet og højst 1.000 ad gangen. En henvendelse, som myndigheden allerede har fået, bliver ikke udført to gange.`,
      parked: 'Prøv også dem, der er opgivet, fordi myndigheden ikke svarede',
      parkedHint: (count: number) =>
        `${several(count, 'er', 'er')} opgivet. De, der er opgivet af en anden grund, bliver ikke prøvet.`,
      reason: 'Hvorfor skal myndigheden spørges igen?',
      button: 'Prøv igen',
    },
    pause: {
      title: 'Sæt på pause',
      how: (count: number) =>
        `Vi spørger ikke om noget, før pausen bliver ophævet. ${
          count === 0
            ? 'Det, der skulle sendes imens, venter.'
            : `${several(count, 'henvendelse venter', 'henvendelser venter')} imens, og det samme gør nye.`
        } Svar på det, vi allerede har spurgt om, bliver stadig taget imod.`,
      citizens:
        'Borgere, der venter, læser, at vi venter lidt med at spørge igen, og at det ikke skyldes dem.',
      reason: 'Hvorfor skal myndigheden ikke spørges?',
    },
  },
  reopened: {
    tried: 'De bliver prøvet igen',
    alreadyTried: 'De bliver allerede prøvet igen',
    nothing: 'Der var intet at prøve igen',
    nothingText: 'Ingen henvendelser ventede.',
    rung: (count: number) => `${several(count, 'henvendelse bliver', 'henvendelser bliver')} sendt igen nu.`,
    underWay: (count: number) =>
      `${several(count, 'henvendelse er', 'henvendelser er')} i gang efter en tidligere ordre og bliver ikke sendt en gang til.`,
    left: (count: number) =>
      `${several(count, 'er', 'er')} tilbage. Giv en ordre mere om et øjeblik for at prøve dem.`,
  },
  reasonField: {
    hint: 'Det står i loggen og kan læses af alle i driften. Skriv intet personligt.',
    short: 'Skriv hvorfor, med mindst tre tegn.',
  },
  dispatch: DISPATCH_DANISH,
  dispatches: {
    title: 'Henvendelser',
    none: 'Ingen henvendelser passer.',
    columns: ['Service', 'Status', 'Sendt', 'Mislykkede forsøg', 'Næste forsøg', 'Fejl', 'Gør noget'],
    statuses: {
      pending: 'Skal sendes',
      accepted: 'Modtaget, venter på svar',
      parked: 'Opgivet',
      answered: 'Besvaret',
      refused: 'Afslået',
      stopped: 'Standset',
      late: 'Besvaret for sent',
    } as Readonly<Record<string, string>>,
    filter: 'Vis kun',
    service: 'Service',
    authority: 'Myndighed',
    cause: 'Årsag',
    status: 'Status',
    all: 'Alle',
    apply: 'Vis',
    overdue: 'Modtaget, over myndighedens egen frist',
    clear: 'Vis alle henvendelser',
  },
  cases: {
    title: (reference: string) => `Sag ${reference}`,
    lead: 'Her står, hvordan sagen kører. Hvad borgeren har skrevet, kan ingen i driften se. At du har set sagen, står i loggen.',
    facts: {
      definition: 'Forløb',
      status: 'Status',
      started: 'Begyndt',
      moved: 'Sidste skridt',
      states: 'Er i disse tilstande',
      id: 'Id',
    },
    statuses: {
      offered: 'Tilbudt, ikke begyndt',
      lapsed: 'Blev aldrig begyndt',
      active: 'I gang',
      held: 'Står stille på grund af en fejl hos os',
      cancelling: 'Ved at blive annulleret',
      cancelled: 'Annulleret',
      done: 'Slut',
    } as Readonly<Record<string, string>>,
    noStates: 'Ingen',
    journal: 'Det er der sket',
    kinds: {
      started: 'Begyndt',
      submitted: 'En opgave er løst',
      answered: 'Myndigheden har svaret',
      refused: 'Myndigheden har sagt nej',
      skipped: 'Sprunget over af driften',
      elapsed: 'En frist er gået',
      reported: 'En myndighed har meddelt noget',
      late: 'Noget kom for sent',
      cancelled: 'Annulleret',
      undone: 'Trukket tilbage',
      'not-undone': 'Kunne ikke trækkes tilbage',
      held: 'Standset af en fejl hos os',
      waiting: 'Noget kom ind og venter',
      resumed: 'Sat i gang igen',
      offered: 'Tilbudt',
      declined: 'Tilbuddet er afslået',
      began: 'Et andet forløb er begyndt',
      ended: 'Et andet forløb er slut',
      told: 'Afslutningen er meddelt',
      'authority-changed': 'Opgaven er gået til en anden myndighed',
    } as Readonly<Record<string, string>>,
    back: 'Find en anden sag',
    held: {
      title: 'Sager, der står stille',
      lead: 'Vi har begået en fejl i dem, og de går ikke videre af sig selv. Den nyeste står først.',
      none: 'Ingen sager står stille.',
      count: (count: number, since: string) =>
        count === 1
          ? `1 sag står stille. Dens sidste skridt var ${since}.`
          : `${several(count, 'sag', 'sager')} står stille. Den, der har stået længst, gik sidst et skridt ${since}.`,
      see: (count: number): string => (count === 1 ? 'Se den' : 'Se dem'),
      columns: ['Sag', 'Forløb', 'Version', 'Sidste skridt'],
      resume: 'Sæt sagen i gang igen',
      how: 'Sagen prøver sit næste skridt igen, og det, der er kommet imens, bliver taget med. Er fejlen ikke rettet, bliver den stående, og intet er gået tabt. Det står i loggen, at du har gjort det.',
      resumed: 'Sagen er sat i gang igen',
      still: 'Sagen står stadig stille. Fejlen er ikke rettet.',
    },
  },
  links: {
    title: 'Andre steder',
    queues: 'Køerne i Bull Board',
    documentation: 'API’ets dokumentation',
  },
};
