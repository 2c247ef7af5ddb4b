import { capital } from './capital.js';
import { DANISH_CALENDAR } from './calendar-da.js';
import { listedIn } from './listed-in.js';
import { DANISH_CORRECTIONS } from './corrections-da.js';
import { MY_DATA_DANISH } from './my-data-da.js';
import { DANISH_OVERVIEW } from './overview-da.js';
import { DANISH_MANDATES } from './mandates-da.js';
import { DANISH_EXAMPLE } from './example-da.js';
import { DANISH_MAKING } from './making-da.js';
import { DANISH_QUESTIONS } from './questions-da.js';

const listed = listedIn('da');
/** A text of a journey may be a sentence already. */
const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

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
  start: {
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
    seeFees: 'Noget af det koster penge. Se priserne herunder.',
    fees: 'Priser',
    paidTo: (authority: string) => `til ${authority}.`,
    others: 'Andre, der kan blive spurgt',
    regret: 'Hvis du fortryder',
    cancellable: 'Du kan annullere undervejs. Før du gør det, kan du se, hvad der bliver gjort om.',
    notCancellable: 'Forløbet kan ikke annulleres, når det er begyndt.',
    dataTitle: 'Hvem der kan få dine oplysninger',
    dataLead: 'Vi giver kun en myndighed det, den skal bruge, og kun når det bliver nødvendigt.',
    ground: (law: string) => `Reglen står i ${law}.`,
    asked: 'Det kan du blive spurgt om',
  },
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
    doors: 'Er der sket noget andet?',
    doIt: 'Gå i gang',
    goOn: 'Fortsæt',
    begunDraft: 'Du er begyndt på den. Det, du har skrevet, er gemt.',
    atLatest: (day: string) => `senest ${day}`,
    lastDay: (day: string) => `Senest ${day}`,
    nothingNow: 'Du skal ikke gøre noget lige nu.',
    over: 'Forløbet er slut.',
    yourNext: 'Du skal gøre dette:',
    mayNext: 'Du skal ikke gøre noget lige nu. Hvis du vil, kan du gøre dette:',
    expectedBy: (day: string) => `Det sker senest ${day}.`,
    sections: 'Sådan går det',
    later: 'Det, der kommer senere, eller som ikke er nødvendigt',
    statuses: {
      yours: 'Venter på dig',
      yoursQuiet: 'Når du vil',
      theirs: 'Andre er i gang',
      later: 'Senere',
      done: 'Færdig',
      refused: 'Afslået',
      notNeeded: 'Ikke nødvendigt',
    },
    others: 'Det arbejder andre på',
    since: (day: string) => `Siden ${day}.`,
    answerBy: (day: string) => `Svaret kommer senest ${day}.`,
    asksAgain: (when: string) => `Vi prøver igen ${when}.`,
    awaited: (what: string) => `Vi venter på at få at vide: ${ended(what)}`,
    byItself: 'Det sker af sig selv',
    afterDay: (day: string, then: string, until: string | undefined) =>
      `Efter ${day}: ${ended(then)}${until === undefined ? '' : ` Indtil da: ${ended(until)}`}`,
    happened: 'Det er der sket',
    allHappened: 'Se alt, hvad der er sket',
    by: {
      you: 'Dig',
      participant: 'En anden i forløbet',
      authority: 'En myndighed',
      time: 'Af sig selv',
      operations: 'Os, der driver siden',
    },
    more: 'Mere om forløbet',
    whatSent: 'Se, hvad du har sendt',
    whoUsed: 'Se, hvem der har brugt dine oplysninger',
    changed: 'Der er sket noget nyt. Siden er opdateret.',
  },
  form: {
    goOn: 'Fortsæt',
    save: 'Gem',
    savedAt: (time: string) => `Gemt kl. ${time}`,
    step: (number: number, of: number) => `Trin ${number} af ${of}`,
    optional: 'frivilligt',
    knownAlready: 'Vi har udfyldt det, vi ved i forvejen. Ret det, hvis det er forkert.',
    yes: 'Ja',
    no: 'Nej',
    ticked: 'Ja',
    none: 'Ingen',
    nobody: 'Ingen',
    day: 'Dag',
    month: 'Måned',
    year: 'År',
    choose: 'Vælg',
    otherPerson: 'Eller en anden. Skriv CPR-nummer',
    cprHint: 'Ti cifre',
    cprLine: (number: number) => `CPR-nummer, person ${number}`,
    nameLine: (number: number) => `Nummer ${number}`,
    moreLines: 'Skal du skrive flere, så tryk på Gem. Så kommer der flere linjer.',
    files: (endings: readonly string[]) =>
      `Højst 10 MB${endings.length === 0 ? '' : `, af typen ${listed(endings)}`}.`,
    file: 'Fil',
    attached: (count: number) => (count === 1 ? '1 fil er vedhæftet' : `${count} filer er vedhæftet`),
    detach: 'Fjern',
    orElse: 'Eller',
    takeEarlier: 'Brug det',
    discloses: 'Når du sender, giver vi oplysninger til:',
    disclosesOf: (choice: string) => `Vælger du ”${choice}”, giver vi oplysninger til:`,
    undoable: 'Det kan gøres om, hvis du annullerer.',
    notUndoable: 'Det kan ikke gøres om bagefter.',
  },
  check: {
    title: 'Se dine svar igennem',
    unanswered: 'Ikke udfyldt',
    change: 'Ret',
  },
  receipt: {
    title: 'Kvittering',
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
    undone: 'Det bliver gjort om',
    stays: 'Det kan ikke gøres om',
    nothing: 'Der er ikke gjort noget endnu, som skal gøres om.',
    goesOn: 'Det fortsætter, for det er forløb for sig',
    confirm: 'Ja, annuller forløbet',
    keep: 'Nej, behold det',
    underWay: 'Forløbet er ved at blive annulleret',
    underWayText: 'Vi er i gang med at gøre det om, der kan gøres om. Du skal ikke gøre noget.',
  },
  messages: {
    title: 'Beskeder',
    unread: 'Ulæst',
    empty: 'Du har ingen beskeder.',
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
  offers: {
    title: 'Det kan vi hjælpe dig med',
    see: 'Se tilbuddet',
    why: 'Derfor får du tilbuddet',
    given: 'Det ved vi allerede',
    stands: (day: string) => `Du kan sige ja til og med ${day}.`,
    about: (title: string) => `Læs mere, før du siger ja: ${title}`,
    take: 'Ja tak, begynd',
    decline: 'Nej tak',
    over: 'Tilbuddet gælder ikke længere. Du kan stadig begynde et forløb selv.',
    begun: 'Til forløbet',
  },
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
  help: {
    title: 'Hjælp og kontakt',
    lead: 'Du behøver ikke klare det alene, og du behøver ikke klare det på nettet.',
    ways: [
      {
        heading: 'Tal med nogen',
        text: 'Ring til din kommune, eller kom i borgerservice. De kan hjælpe dig med det hele, også uden MitID. Du behøver ikke have papirer klar.',
      },
      {
        heading: 'Få en anden til at hjælpe',
        text: 'En, du stoler på, må gerne hjælpe dig. Skal den anden handle for dig, skal der være en fuldmagt eller en anden ret til det. En fuldmagt giver du under Fuldmagter, når du er logget på.',
      },
      {
        heading: 'Er det akut?',
        text: 'Ring 112, hvis der er fare. Ring til kommunens døgnvagt, hvis et barn eller en voksen har brug for hjælp med det samme.',
      },
    ],
    authorities: 'Myndighederne',
    authoritiesLead:
      'Her er alle, vi arbejder sammen med. Hvem der arbejder med din sag lige nu, står på siden om dit forløb.',
    contactOf: (authority: string) => `Kontakt ${authority}`,
    phone: 'Telefon:',
    days: {
      monday: 'Mandag',
      tuesday: 'Tirsdag',
      wednesday: 'Onsdag',
      thursday: 'Torsdag',
      friday: 'Fredag',
      saturday: 'Lørdag',
      sunday: 'Søndag',
    } as Readonly<Record<string, string>>,
    openFrom: (from: string, until: string) => `kl. ${from.replace(':', '.')} til ${until.replace(':', '.')}`,
  },
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
    tooMany: { title: 'Vent lidt', text: 'Der er kommet meget på kort tid. Prøv igen om et par minutter.' },
    unavailable: {
      title: 'Vi kan ikke svare lige nu',
      text: 'Det er en fejl hos os. Det, du har gemt, er gemt. Prøv igen om lidt.',
    },
    toHome: 'Til forsiden',
    toJourney: 'Til forløbet',
    signInAgain: 'Log på igen',
    occurrence: (id: string) => `Ringer du til os om fejlen, så nævn dette nummer: ${id}`,
  },
};
