/** The words of giving and ending a mandate in Danish. */
export const DANISH_MANDATE_GIVING = {
  give: {
    title: 'Giv en fuldmagt',
    lead: 'Du kan lade en, du stoler på, handle for dig her. Du bestemmer, hvad det gælder og hvor længe. Du kan altid se, hvad der bliver gjort for dig, og du kan trække fuldmagten tilbage, når du vil.',
    all: 'Alle forløb, man kan handle for en anden i',
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
      until: { label: 'Hvad er den sidste dag?', hint: 'Den kan højst gælde i to år.' },
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
      give: 'Giv fuldmagten',
      change: 'Ret noget',
    },
  },
  receipt: {
    title: 'Fuldmagten er givet',
    lead: (name: string, number: string) => `${name} med CPR-nummer ${number} må handle for dig.`,
    next: (name: string) =>
      `Vi skriver til ${name} og til dig om det. Fortæl det også selv, så ${name} ved, hvad du gerne vil have hjælp til.`,
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
