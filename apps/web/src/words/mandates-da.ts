/** Words of the pages on mandates. */
export const DANISH_MANDATES = {
  title: 'Fuldmagter',
  see: 'Se fuldmagterne',
  actsFor: (name: string) => `Du handler for ${name}.`,
  switchBack: 'Handl for dig selv igen',
  act: (name: string) => `Handl for ${name}`,
  startsFor: (name: string) => `Her står det, du kan begynde for ${name}.`,
  held: 'Dem, du må handle for',
  given: 'Dem, der må handle for dig',
  noneHeld: 'Der er ingen, du må handle for.',
  noneGiven: 'Der er ingen, der må handle for dig.',
  since: (day: string, last: string | undefined) =>
    `Det gælder fra ${day}${last === undefined ? '' : ` og højst til og med ${last}`}.`,
  begins: (day: string, last: string | undefined) =>
    `Det gælder først fra ${day}${last === undefined ? '' : ` og til og med ${last}`}.`,
  all: 'Det gælder alle forløb undtagen dem, hvor ingen kan handle for en anden.',
  only: (titles: readonly string[]) => `Det gælder kun disse forløb: ${titles.join(', ')}.`,
  number: (number: string) => `CPR-nummer ${number}`,
  withdraw: 'Træk fuldmagten tilbage',
  renounce: 'Sig fuldmagten fra dig',
  ended: 'Fuldmagten gælder ikke længere.',
  lapsed: {
    title: (name: string) => `Du handler ikke længere for ${name}`,
    text: 'Din ret til det er ophørt. Fra nu af handler du for dig selv. Det, du har sendt, gælder stadig.',
  },
  give: {
    title: 'Giv en fuldmagt',
    lead: 'Du kan lade en, du stoler på, handle for dig her. Du bestemmer, hvad fuldmagten gælder, og hvor længe. Du kan altid se, hvad der bliver gjort for dig, og du kan trække fuldmagten tilbage, når du vil.',
    all: 'Alle forløb, hvor en anden kan handle for mig',
    some: 'Kun nogle forløb, som jeg vælger her',
    fields: {
      name: { label: 'Hvad hedder den, der skal handle for dig?', hint: 'Fornavn og efternavn' },
      cpr: {
        label: 'Hvad er personens CPR-nummer?',
        hint: 'Ti cifre. Skriv det omhyggeligt: fuldmagten gælder den, der har nummeret.',
      },
      scope: { label: 'Hvad skal fuldmagten gælde?' },
      journeys: {
        label: 'Hvilke forløb?',
        hint: 'Vælg her, hvis fuldmagten kun skal gælde nogle forløb.',
      },
      from: {
        label: 'Hvornår skal den begynde?',
        hint: 'Lad det stå tomt, hvis den skal begynde i dag.',
      },
      until: { label: 'Hvad er den sidste dag?', hint: 'Fuldmagten kan højst gælde i to år.' },
    },
    faults: {
      name: 'Skriv, hvad personen hedder.',
      cpr: 'Skriv personens CPR-nummer.',
      scope: 'Vælg, hvad fuldmagten skal gælde.',
      journeys: 'Vælg mindst ét forløb.',
      until: 'Skriv den sidste dag.',
    },
    check: {
      title: 'Se det igennem, før du giver fuldmagten',
      today: 'I dag',
      means: 'Det betyder det',
      holder: (name: string) =>
        `Er det ${name}, du mener, og er nummeret rigtigt? Vi kan ikke fortælle dig, hvem der har et CPR-nummer.`,
      send: 'Giv fuldmagten',
      change: 'Ret noget',
    },
  },
  receipt: {
    title: 'Fuldmagten er givet',
    lead: (name: string) => `${name} må handle for dig.`,
    next: (name: string) =>
      `Vi skriver til ${name} og til dig om det. Fortæl det også selv, så ${name} ved, hvad du gerne vil have hjælp til.`,
    print: 'Du kan udskrive siden eller gemme den. Fuldmagten står også under Fuldmagter.',
    toMandates: 'Se dine fuldmagter',
  },
  withdrawing: {
    title: 'Vil du trække fuldmagten tilbage?',
    text: (name: string) =>
      `Det sker med det samme. Det, ${name} allerede har sendt for dig, gælder stadig. Det, der er begyndt og ikke sendt, bliver slettet. Vi skriver til jer begge.`,
    confirm: 'Træk fuldmagten tilbage',
    keep: 'Behold fuldmagten',
  },
  renouncing: {
    title: 'Vil du sige fuldmagten fra dig?',
    text: (name: string) =>
      `Det sker med det samme. Det, du allerede har sendt for ${name}, gælder stadig. Det, du er begyndt på og ikke har sendt, bliver slettet. Vi skriver til jer begge.`,
    confirm: 'Sig fuldmagten fra mig',
    keep: 'Behold fuldmagten',
  },
};
