/** Words of the page on whom to ask, in Danish. */
export const DANISH_HELP = {
  title: 'Hjælp og kontakt',
  lead: 'Du behøver ikke klare det alene, og du behøver ikke klare det på nettet.',
  ways: [
    {
      heading: 'Er det akut?',
      text: 'Ring 112, hvis der er fare. Ring til kommunens døgnvagt, hvis et barn eller en voksen har brug for hjælp med det samme.',
    },
    {
      heading: 'Tal med nogen',
      text: 'Ring til din kommune, eller kom i borgerservice. De kan hjælpe dig med det hele, også uden MitID. Du behøver ikke have papirer klar.',
    },
    {
      heading: 'Få en anden til at hjælpe',
      text: 'En, du stoler på, må gerne hjælpe dig. Skal den anden handle for dig, skal der være en fuldmagt eller en anden ret til det. En fuldmagt giver du under Fuldmagter, når du er logget på.',
    },
  ],
  authorities: 'Myndighederne',
  authoritiesLead:
    'Her er alle, vi arbejder sammen med. Hvem der arbejder med din sag lige nu, står på siden om dit forløb. Ved du ikke, hvem du skal spørge? Ring til din kommune.',
  find: {
    label: 'Find en myndighed',
    hint: 'Skriv navnet eller en del af det.',
    button: 'Find',
    found: (name: string) => `Myndigheder, som har ”${name}” i navnet:`,
    none: (name: string) =>
      `Ingen myndighed har ”${name}” i navnet. Skriv en mindre del af navnet, eller find den blandt dem alle.`,
    all: 'Se alle myndighederne',
  },
  groups: 'Myndighederne i grupper',
  tiers: { municipal: 'Kommunen', regional: 'Regionen', state: 'Staten og andre' },
  fromTo: (tier: string, from: string, until: string) =>
    from === until ? `${tier}: ${from}` : `${tier}: ${from} til ${until}`,
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
  openFrom: (from: string, until: string) =>
    `kl.\u00a0${from.replace(':', '.')} til ${until.replace(':', '.')}`,
};
