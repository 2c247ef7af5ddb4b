/** How rules and journeys are made, in Danish. An address leads away from here, and only when somebody follows it. */
export const DANISH_MAKING = {
  title: 'Sådan bliver forløbene til',
  lead: 'Et forløb følger loven. Her kan du se, hvordan reglerne bliver til, hvem der skriver forløbene, og hvordan du kan være med.',
  leaves: 'Linket fører til en anden side.',
  sections: [
    {
      heading: 'Hvordan en regel bliver til',
      text: [
        'Et ministerium skriver et lovforslag. Før Folketinget får det, bliver forslaget sendt i høring, så alle kan læse det og sige, hvad de mener. Svarene er offentlige.',
        'Folketinget behandler forslaget tre gange og stemmer til sidst. Når loven er vedtaget, bliver den offentliggjort, og der står, hvilken dag den gælder fra.',
        'Kommuner og regioner bestemmer også noget selv, for eksempel priser. Det sker på møder, som er åbne for alle.',
      ],
      links: [
        { text: 'Se lovforslag og høringssvar på Høringsportalen', href: 'https://hoeringsportalen.dk' },
        { text: 'Følg et lovforslag i Folketinget', href: 'https://www.ft.dk' },
        { text: 'Læs de love, der gælder, på Retsinformation', href: 'https://www.retsinformation.dk' },
      ],
    },
    {
      heading: 'Sådan kan du være med til at ændre en regel',
      text: [
        'Du kan sende et høringssvar. Du behøver ikke være indbudt eller være jurist. Find forslaget på Høringsportalen, læs fristen i høringsbrevet, og skriv til den adresse, der står der.',
        'Du kan også stille et borgerforslag eller støtte andres. Får et forslag 50.000 støtter på et halvt år, kan det blive behandlet i Folketinget.',
      ],
      links: [
        { text: 'Find en høring, du kan svare på', href: 'https://hoeringsportalen.dk' },
        { text: 'Stil eller støt et borgerforslag', href: 'https://www.borgerforslag.dk' },
      ],
    },
    {
      heading: 'Hvordan et forløb bliver lavet',
      text: [
        'En designer læser loven sammen med de myndigheder, der kender den, og skriver forløbet i et sprog, som både mennesker og computere kan læse. Hver frist og hver betingelse nævner sin kilde.',
        'Et program kontrollerer, at alle veje fører et sted hen, at ingen bliver spurgt om noget, myndighederne ved, og at alt findes på dansk og engelsk. Derefter bliver forløbet afprøvet med mange opdigtede sager.',
        'Når loven ændrer sig, kommer der en ny udgave. Den gælder fra den dag, loven siger. Er du allerede begyndt, fortsætter du på den udgave, du begyndte på.',
      ],
      links: [],
    },
    {
      heading: 'Sådan kan du være med til at gøre et forløb bedre',
      text: [
        'Når et forløb er slut, spørger vi dig, hvordan det gik, og hvad der var svært. De, der skriver forløbene, kan læse alle svar, men ikke se, hvem der har svaret.',
        'Når mindst fem har svaret, står svarene på siden om forløbet, så alle kan se dem.',
        'Vil du være med i en brugertest, når et forløb skal laves om, så sig det til din kommune. Du kan hjælpe, også selvom du ikke er vant til at bruge en computer.',
      ],
      links: [],
    },
    {
      heading: 'Her bliver det diskuteret',
      text: [
        'Digitaliseringsstyrelsen skriver om digitale løsninger på LinkedIn, og alle kan svare. Skriv aldrig dit CPR-nummer eller noget om din sag der.',
      ],
      links: [
        {
          text: 'Digitaliseringsstyrelsen på LinkedIn',
          href: 'https://www.linkedin.com/company/digitaliseringsstyrelsen',
        },
      ],
    },
  ],
  deadlines: {
    heading: (title: string) => `Frister og ventetider i et forløb, og hvor de kommer fra: ${title}`,
    lead: 'Sådan ser det ud for et af forløbene. På siden om hvert forløb kan du se, hvad der gælder for det.',
    short: 'Frister og ventetider, og hvor de kommer fra',
    none: 'Forløbet har ingen frister fra loven.',
    own: (count: number) =>
      count === 1
        ? 'En tid har vi selv valgt, fordi loven ikke siger noget om den.'
        : `${count} tider har vi selv valgt, fordi loven ikke siger noget om dem.`,
  },
};
