import { listedIn, gdprArticle } from '#journey';
import { withinSentence } from './within-sentence.js';

const listed = listedIn('da');

/** Words of the pages on one's own data, in Danish. */
export const MY_DATA_DANISH = {
  myData: {
    title: 'Hvem har brugt mine oplysninger?',
    lead: 'Her kan du se, hvilke oplysninger vi har givet videre, til hvem, hvornår og hvorfor. Det nyeste står øverst.',
    empty: 'Ingen har brugt dine oplysninger endnu.',
    categories: (names: readonly string[]) =>
      `Det var oplysninger ${listed(names.map(name => `om ${withinSentence(name)}`))}.`,
    times: (count: number) => `${count} gange`,
    aboutOthers: 'Oplysningerne handlede om andre end dig.',
    ground: (law: string, gdpr: string | undefined) =>
      `Reglen står i ${law}${gdpr === undefined ? '' : ` og i ${gdprArticle(gdpr, 'da')}`}.`,
    stages: {
      underWay: 'De er ved at blive sendt.',
      unsure: 'Vi standsede det, men de kan være nået frem.',
    },
    wrong: 'Er noget forkert?',
    wrongLead:
      'Vælg ”Er noget forkert?” ved de oplysninger, det handler om. Så spørger vi myndigheden for dig, og den skal svare inden en måned.',
    corrections: 'Se, hvad du har bedt om at få rettet',
    inGeneral: 'Læs, hvad du kan gøre, når noget er forkert',
    complaint: 'Klag over, hvordan dine oplysninger er brugt',
    complaintLead:
      'Mener du, at vi eller en myndighed har brugt dine oplysninger på en måde, vi ikke må? Så kan du klage til Datatilsynet. Det koster ikke noget.',
    takeHome: 'Tag dine oplysninger med',
    takeHomeLead:
      'Du kan få en kopi af alt, hvad vi har om dig, og et bevis for, hvem der har brugt dine oplysninger.',
    seeCopy: 'Se en kopi af alt',
    fetchCopy: 'Hent kopien som fil (JSON)',
    fetchProof: 'Hent beviset som fil (JSON)',
    aboutProof: 'Hvad er beviset?',
    proofText: [
      'Beviset er en liste over, hvem der har fået eller set dine oplysninger. Vi har underskrevet listen digitalt.',
      'Hver linje er låst fast til den før. Hvis nogen senere ændrer en linje eller tager den ud, kan det ses på den fil, du har gemt.',
      'I filen står der, hvordan den kan kontrolleres. Nye linjer kommer med efter nogle sekunder.',
    ],
  },
  wrongData: {
    title: 'Er der noget forkert i dine oplysninger?',
    lead: 'Det er den myndighed, der har oplysningerne, som kan rette dem. Står de på listen under Mine oplysninger, kan du bede om det dér. Ellers kontakter du myndigheden.',
    turnTo: (name: string) => `Kontakt ${name}`,
    noContact:
      'Vi har ikke et telefonnummer til den myndighed. Ring til din kommune. De kan hjælpe dig videre.',
    how: 'Sådan gør du',
    steps: [
      'Fortæl, hvad der er forkert, og hvad der er det rigtige. Har du papir på det, så send det med.',
      'Myndigheden skal svare dig hurtigst muligt og senest en måned efter, at du har skrevet. Tager det længere tid, skal den fortælle dig hvorfor.',
      'Er du ikke enig i svaret, kan du klage til Datatilsynet.',
    ],
    right: 'Det er din ret efter databeskyttelsesforordningens artikel 16.',
    answers:
      'Er det noget, du selv har skrevet til os? Så kan du se dine svar under det forløb, det handler om. Ring til myndigheden, hvis svaret allerede er sendt.',
    all: 'Se, hvordan du kontakter andre myndigheder',
  },
  copy: {
    title: 'En kopi af alt, hvad vi har om dig',
    made: (when: string) => `Kopien er lavet ${when}.`,
    print: 'Du kan skrive siden ud eller gemme den som PDF i din browser.',
    shortened:
      'Der er mere, end der kan være her. Det ældste er udeladt. Du finder det hele under hvert forløb.',
    journeys: 'Dine forløb',
    none: 'Ingen.',
    reference: 'Sagsnummer',
    begun: 'Begyndt',
    ended: 'Afsluttet',
    answers: 'Det har du svaret',
    documents: 'Det har du vedhæftet',
    sent: 'sendt',
    notSent: 'ikke sendt',
    drafts: 'Det har du skrevet, men ikke sendt',
    saved: (when: string) => `gemt ${when}`,
    feedbackGiven:
      'Du har fortalt, hvordan det gik. Dit svar er gemt uden navn, så vi kan ikke finde det igen.',
    offers: 'Det har vi tilbudt dig',
    until: (day: string) => `svar senest ${day}`,
    channel: 'Her får du besked, når der er nyt',
    ways: { sms: 'SMS', email: 'E-mail' },
    notConfirmed: 'ikke bekræftet endnu',
    calendarFeed: 'Din kalender',
    calendarFeedSince: (when: string) => `Den har haft en privat adresse siden ${when}.`,
    messages: 'Beskeder til dig',
    disclosures: 'Hvem der har brugt dine oplysninger',
    mandates: 'Fuldmagter',
    name: 'Dit navn',
    named: (name: string) =>
      `${name}. Navnet har vi fra en myndighed. Vi har det, så den, der efter loven må handle for dig, kan se, hvem det gælder.`,
    registeredDeath: 'Et registreret dødsfald',
    died: (day: string, reversed: string | undefined) =>
      reversed === undefined
        ? `Et register har oplyst, at du døde ${day}. Så længe det står der, kan ingen handle for dig, og du kan ikke handle for andre. Er det forkert, så kontakt borgerservice i din kommune.`
        : `Et register har oplyst, at du døde ${day}. Fra ${reversed} er det rettet som en fejl.`,
    sessions: 'Her er du logget på',
    lastUsed: (when: string) => `sidst brugt ${when}`,
    language: 'Sprog',
    languages: { da: 'dansk', en: 'engelsk' },
  },
};
