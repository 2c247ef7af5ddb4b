import { listedIn } from '#journey';
import { capital } from './capital.js';
import { ended } from './ended.js';
import { DANISH_CALENDAR } from './calendar-da.js';
import { DANISH_HELP } from './help-da.js';
import { DANISH_CORRECTIONS } from './corrections-da.js';
import { MY_DATA_DANISH } from './my-data-da.js';
import { DANISH_OFFERS } from './offers-da.js';
import { DANISH_OVERVIEW } from './overview-da.js';
import { DANISH_MANDATES } from './mandates-da.js';
import { DANISH_EXAMPLE } from './example-da.js';
import { DANISH_MAKING } from './making-da.js';
import { DANISH_QUESTIONS } from './questions-da.js';
import { DANISH_START } from './start-da.js';

const listed = listedIn('da');

/** Said to whoever has come to a page of people of another role. */
const OTHERS_PAGE = 'Du har ikke gjort noget forkert, og dine egne sider er, som de plejer.';

/** The words of the pages in Danish. */
export const DANISH = {
  service: 'Overgang',
  toHome: 'Overgang, til forsiden',
  skip: 'Gå til sidens indhold',
  signIn: 'Log på med MitID',
  signOut: 'Log af',
  wayBack: 'Vejen tilbage',
  back: 'Tilbage',
  earlier: 'Vis tidligere',
  /** A text as a sentence of its own. */
  sentence: ended,
  menu: {
    label: 'Menu',
    open: 'Menu',
    overview: 'Mine forløb',
    start: 'Begynd et forløb',
    messages: 'Beskeder',
    myData: 'Mine oplysninger',
    mandates: 'Fuldmagter',
    settings: 'Indstillinger',
  },
  footer: {
    help: 'Hjælp og kontakt',
    accessibility: 'Tilgængelighed',
    language: 'Sprog',
  },
  alerts: { info: 'Information', success: 'Udført', warning: 'Vær opmærksom', error: 'Fejl' },
  faults: {
    inTitle: 'Fejl: ',
    before: 'Fejl:',
    heading: 'Der er noget, du skal rette',
    movedOn: {
      title: 'Der er sket noget i dit forløb',
      text: 'Det skete, efter at du åbnede siden. Det, du har skrevet, er gemt. Se det igennem, og send det igen.',
    },
  },
  welcome: {
    title: 'Hjælp, når dit liv ændrer sig',
    lead: 'Her samler vi det, du skal have ordnet hos kommunen, regionen og staten. Du fortæller det én gang. Så giver vi besked til dem, der skal vide det, og du kan hele tiden se, hvem der gør hvad.',
    help: 'Har du ikke MitID, eller vil du hellere tale med nogen? Så kan du ringe til din kommune eller komme i borgerservice.',
  },
  overview: DANISH_OVERVIEW,
  start: DANISH_START,
  journey: {
    all: 'Mine forløb',
    back: (title: string) => `Til forløbet: ${title}`,
    caseNumber: 'Sagsnummer',
    begun: (day: string) => `Begyndt ${day}.`,
    ended: (day: string) => `Sluttede ${day}.`,
    withOthers: (names: readonly string[]) => `Med i forløbet: ${listed(names)}.`,
    heldTitle: 'Forløbet står stille',
    heldText: 'Der er en fejl hos os. Vi arbejder på den, og intet er gået tabt. Du skal ikke gøre noget.',
    outcome: 'Sådan gik det',
    headings: { now: 'Det skal du gøre nu', nowQuiet: 'Når du er klar', nothingNow: 'Lige nu' },
    then: 'Derefter',
    may: 'Det kan du gøre, hvis du vil',
    disagree: 'Hvis du er uenig',
    doors: 'Er der sket noget andet?',
    doIt: 'Gå i gang',
    goOn: 'Fortsæt',
    begunDraft: 'Du er begyndt på den. Det, du har skrevet, er gemt.',
    atLatest: (day: string) => `senest ${day}`,
    lastDay: (day: string) => `Senest ${day}`,
    openUntil: (day: string) => `Åben til og med ${day}`,
    nothingNow: 'Du skal ikke gøre noget lige nu.',
    over: 'Forløbet er slut.',
    yourNext: 'Du skal gøre dette:',
    mayNext: 'Du skal ikke gøre noget lige nu. Hvis du vil, kan du gøre dette:',
    expectedBy: (day: string) => `Det varer højst til ${day}.`,
    sections: 'Sådan går det',
    sectionsOver: 'Sådan gik det med hver del',
    later: 'Det, der kommer senere, eller som ikke er nødvendigt',
    wasNotNeeded: 'Det, der ikke var nødvendigt',
    statuses: {
      yours: 'Venter på dig',
      yoursQuiet: 'Når du vil',
      theirs: 'I gang',
      ahead: 'Endnu ikke',
      decided: 'Afgjort',
      later: 'Senere',
      done: 'Færdig',
      doneQuiet: 'Afsluttet',
      /** Whether it was refused or could not be arranged, what came of it says. */
      refused: 'Vær opmærksom',
      notNeeded: 'Ikke nødvendigt',
    },
    others: 'Det arbejder andre på',
    since: (day: string) => `Siden ${day}.`,
    answerBy: (day: string) => `Svaret kommer senest ${day}.`,
    asksAgain: (when: string) => `Vi prøver igen ${when}.`,
    awaited: (what: string) => `Vi venter på beskeden ”${what}”.`,
    byItself: 'Det sker af sig selv',
    /** Until then it may say itself when that is. */
    fromDay: (day: string, then: string, until: string | undefined) =>
      `Fra ${day}: ${ended(then)}${until === undefined || until.includes(day) ? '' : ` Indtil da: ${ended(until)}`}`,
    happened: 'Det er der sket',
    allHappened: 'Se alt, hvad der er sket',
    by: {
      you: 'Dig',
      participant: 'En anden i forløbet',
      authority: 'En myndighed',
      time: 'Af sig selv',
      operations: 'Os, der driver siden',
    },
    forYou: 'En anden, for dig',
    more: 'Mere om forløbet',
    whatSent: 'Se, hvad du har sendt',
    whoUsed: 'Se, hvem der har brugt dine oplysninger',
    changed: 'Der er sket noget nyt. Siden er opdateret.',
  },
  form: {
    goOn: 'Fortsæt',
    save: 'Gem',
    newlyAsked: {
      one: { title: 'Dit svar giver et spørgsmål mere', text: 'Se på det, og tryk på Fortsæt igen.' },
      several: { title: 'Dit svar giver flere spørgsmål', text: 'Se på dem, og tryk på Fortsæt igen.' },
    },
    savedAt: (time: string) => `Gemt kl.\u00a0${time}`,
    step: (number: number, of: number) => `Trin ${number} af ${of}`,
    optional: 'frivilligt',
    knownAlready: 'Vi har udfyldt det, vi ved i forvejen. Ret det, hvis det er forkert.',
    yes: 'Ja',
    no: 'Nej',
    ticked: 'Ja',
    none: 'Ingen',
    nobody: 'Ingen',
    noneOfThem: 'Ingen af dem',
    day: 'Dag',
    month: 'Måned',
    year: 'År',
    choose: 'Vælg',
    otherPerson: 'Eller en anden. Skriv CPR-nummer',
    cprHint: 'Ti cifre',
    cprAsked: 'Skriv CPR-nummeret med ti cifre.',
    cprLine: (number: number) => `CPR-nummer, person ${number}`,
    nameLine: (number: number) => `Nummer ${number}`,
    moreLines: 'Skal du skrive flere, så tryk på Gem. Så kommer der flere linjer.',
    files: (endings: readonly string[]) =>
      `Højst 10 MB${endings.length === 0 ? '' : `, af typen ${listed(endings)}`}.`,
    file: 'Fil',
    attached: (count: number) => (count === 1 ? '1 fil er vedhæftet' : `${count} filer er vedhæftet`),
    detach: 'Fjern',
    orElse: 'Du kan også svare',
    takeEarlier: 'Brug det',
    discloses: 'Når du sender, giver vi oplysninger til:',
    disclosesOf: (choice: string) => `Vælger du ”${choice}”, giver vi oplysninger til:`,
    undoable: 'Det kan trækkes tilbage, hvis du annullerer.',
    notUndoable: 'Det kan ikke trækkes tilbage bagefter.',
  },
  check: {
    title: 'Se dine svar igennem',
    unanswered: 'Ikke udfyldt',
    change: 'Ret',
  },
  receipt: {
    title: 'Kvittering',
    titleQuiet: 'Vi har fået din besked',
    received: (when: string) => `Vi har fået dit svar ${when}.`,
    about: 'Opgave',
    answer: 'Svar',
    caseNumber: 'Sagsnummer',
    number: 'Kvitteringens nummer',
    sent: 'Det har du sendt',
    next: 'Det sker der nu',
    print: 'Du kan udskrive siden eller gemme den. Den står også under forløbet.',
    toJourney: 'Til forløbet',
    all: 'Det har du sendt',
    none: 'Du har ikke sendt noget endnu.',
  },
  cancellation: {
    title: 'Annuller forløbet',
    stops: 'Når du annullerer, stopper det, vi venter på, og forløbet slutter.',
    undone: 'Det bliver trukket tilbage',
    stays: 'Det kan ikke trækkes tilbage',
    nothing: 'Der er ikke gjort noget endnu, som skal trækkes tilbage.',
    goesOn: 'Det fortsætter, for det er forløb for sig',
    confirm: 'Ja, annuller forløbet',
    keep: 'Nej, behold det',
    underWay: 'Forløbet er ved at blive annulleret',
    underWayText: 'Vi er i gang med at trække det tilbage, der kan trækkes tilbage. Du skal ikke gøre noget.',
  },
  messages: {
    title: 'Beskeder',
    unread: 'Ulæst',
    empty: 'Du har ingen beskeder.',
    inOtherLanguage: 'Vi skriver til dig på engelsk, fordi du har valgt det.',
    chooseLanguage: 'Vælg, hvilket sprog vi skal skrive til dig på',
    allOfJourney: 'Se alle beskeder i forløbet',
    asksNoMore: (task: string) => `Opgaven ”${task}” er lukket. Du skal ikke gøre mere ved den.`,
    sent: (day: string) => `Sendt ${day}.`,
    ways: {
      digitalPost: 'Den er også sendt til Digital Post.',
      letter: 'Den er også sendt som brev.',
      mailbox: 'Den står kun her.',
    },
    receivedOn: (day: string) => `Den regnes for modtaget ${day}.`,
    returned: (why: string | undefined) =>
      `Den kunne ikke afleveres og står derfor kun her.${why === undefined ? '' : ` ${ended(capital(why))}`}`,
  },
  offers: DANISH_OFFERS,
  ...MY_DATA_DANISH,
  corrections: DANISH_CORRECTIONS,
  mandates: DANISH_MANDATES,
  settings: {
    title: 'Indstillinger',
    language: 'Hvilket sprog skal vi skrive til dig på?',
    languageHint:
      'Det gælder beskeder og breve, som ikke er sendt endnu. Sproget på siderne vælger du nederst på hver side.',
    saved: 'Det er gemt.',
    calendar: DANISH_CALENDAR,
    digitalPost: 'Digital Post',
    digitalPostText:
      'Vi sender dine beskeder til Digital Post. Er du fritaget for Digital Post, får du dem som brev. Du kan altid læse dem her.',
  },
  questions: DANISH_QUESTIONS,
  making: DANISH_MAKING,
  example: DANISH_EXAMPLE,
  help: DANISH_HELP,
  accessibility: {
    title: 'Tilgængelighed',
    sections: [
      {
        heading: 'Alle skal kunne bruge siderne',
        text: [
          'Siderne er lavet, så de følger loven om tilgængelighed af offentlige organers websteder og standarden WCAG 2.2 på niveau AA.',
          'Du kan bruge dem med tastatur alene, med skærmlæser, på en telefon, med stor skrift og uden JavaScript.',
        ],
      },
      {
        heading: 'Det ved vi ikke virker godt nok endnu',
        text: [
          'Filer, som andre har vedhæftet, kan være svære at læse for en skærmlæser.',
          'Siderne er prøvet med automatiske værktøjer og med tastatur. De er ikke prøvet af brugere med skærmlæser endnu.',
        ],
      },
      {
        heading: 'Er der noget, du ikke kan bruge?',
        text: [
          'Skriv eller ring til din kommune. Så får du det på en anden måde, og fejlen bliver meldt til os.',
          'Får du ikke et svar, du er tilfreds med, kan du klage til Digitaliseringsstyrelsen, som fører tilsyn med loven.',
        ],
      },
    ],
  },
  problems: {
    signIn: {
      title: 'Du er ikke logget på',
      text: 'Du har måske været væk længe. Log på igen, så kommer du tilbage til siden.',
    },
    signInKept: {
      title: 'Du er ikke logget på længere',
      text: 'Det, du skrev, er ikke gået tabt, og det er ikke sendt endnu. Log på igen, så kan du sende det.',
    },
    helpsNobody: {
      title: 'Du hjælper ingen lige nu',
      text: 'Begynd hjælpen ved skranken. Så kan du se borgerens sider.',
    },
    roles: {
      citizen: {
        title: 'Siden er for borgere',
        text: 'Du er logget på i en anden rolle. Log af, og log på som dig selv.',
      },
      caseworker: {
        title: 'Siden er for dem, der hjælper ved skranken',
        text: OTHERS_PAGE,
      },
      ops: {
        title: 'Siden er for dem, der holder Overgang i drift',
        text: OTHERS_PAGE,
      },
      designer: {
        title: 'Siden er for dem, der skriver forløbene',
        text: OTHERS_PAGE,
      },
      approver: {
        title: 'Siden er for dem, der godkender forløbene',
        text: OTHERS_PAGE,
      },
      auditor: {
        title: 'Siden er for revisionen',
        text: OTHERS_PAGE,
      },
    },
    form: {
      title: 'Vi kunne ikke tage imod det',
      text: 'Siden har været åben for længe, eller du har logget på igen i mellemtiden. Gå tilbage, åbn siden igen, og send en gang til.',
    },
    tooMuch: {
      title: 'Filen er for stor',
      text: 'En fil må højst fylde 10 MB. Gå tilbage, og vælg en mindre fil.',
    },
    notFound: {
      title: 'Vi kan ikke finde siden',
      text: 'Adressen er måske forkert, eller også er det en side, du ikke har adgang til.',
    },
    notAllowed: {
      title: 'Det kan du ikke gøre her',
      text: 'Du er logget på, men har ikke adgang til dette.',
    },
    conflict: {
      title: 'Det kan ikke lade sig gøre nu',
      text: 'Noget har ændret sig, siden du åbnede siden.',
    },
    taskOver: {
      title: 'Opgaven er ikke åben længere',
      text: 'Den er løst, eller fristen er gået. Du kan se på forløbet, hvad der sker nu.',
    },
    invalid: {
      title: 'Der er noget galt med det, du sendte',
      text: 'Gå tilbage, ret det, og send det igen.',
    },
    tooMany: { title: 'Vent lidt', text: 'Der er kommet så meget på kort tid, at vi må bede dig vente.' },
    unavailable: {
      title: 'Vi kan ikke svare lige nu',
      text: 'Det er en fejl hos os. Det, du har gemt, er gemt. Prøv igen om lidt.',
    },
    unsure: {
      title: 'Vi ved ikke, om det nåede frem',
      text: 'Noget gik galt hos os, da du sendte det. Det er ikke din fejl.',
    },
    sendAgain: {
      press: (waiting: string) => `${waiting}, og tryk så på ”Send igen”.`,
      then: (waiting: string) => `${waiting}, og prøv så igen.`,
      once: 'Det tæller kun én gang, også hvis det nåede frem første gang.',
      onceOnly: 'Det tæller kun én gang, også hvis du trykker flere gange.',
      seeThen: 'Bagefter kan du se, hvad der er gemt.',
      kept: 'Det, du har skrevet, kommer med, når du sender igen. Lukker du siden, før du har gjort det, er det måske ikke gemt.',
      files: 'Filer kommer ikke med. Dem skal du vælge igen.',
      button: 'Send igen',
    },
    lost: {
      title: 'Det nåede ikke frem',
      text: 'Noget gik galt hos os, og det, du sendte, er ikke gemt. Det er ikke din fejl. Vent et par minutter, gå så tilbage, og send det igen.',
    },
    toHome: 'Til forsiden',
    again: 'Prøv igen',
    urgent: 'Haster det, kan du ringe til din kommune eller til den myndighed, det handler om.',
    toJourney: 'Til forløbet',
    signInAgain: 'Log på igen',
    occurrence: (id: string) => `Ringer du til os om fejlen, så nævn dette nummer: ${id}`,
  },
};
