import { severalIn } from '../../words/several-in.js';

const several = severalIn('da');

/** The words of the pages of designers in Danish. */
export const DESIGNER_DANISH = {
  title: 'Forløb',
  lead: 'Alle forløb, der er udgivet, og hvor gode de er. Tallene er for den version, der gælder i dag.',
  approver: {
    title: 'Der er ikke noget at godkende her endnu',
    text: 'Du kan læse alle de forløb, der er udgivet, se dem som billede og se, hvad kontrollen siger om dem. Forslag til nye versioner kan endnu ikke sendes til godkendelse.',
  },
  none: 'Der er ikke udgivet noget forløb.',
  columns: ['Forløb', 'Versioner', 'I gang', 'Gennemspillet af scenarier', 'Score', 'Kontrol', 'Billede'],
  more: 'Vis flere',
  documentation: 'API’ets dokumentation',
  version: {
    from: (day: string) => `Fra ${day}`,
    inForce: 'gælder i dag',
    coming: 'kommer',
    replaced: 'afløst',
    withdrawn: 'trukket tilbage',
    underWay: (count: number) => (count === 0 ? 'Ingen sager' : several(count, 'sag', 'sager')),
  },
  appraisal: {
    underWay: 'Regnes ud',
    failed: 'Kunne ikke regnes ud. Kør check på din egen maskine.',
    noScenarios: 'Ingen scenarier ved hånden',
    walked: (states: number, transitions: number) => `${states} % af tilstandene, ${transitions} % af vejene`,
    sound: 'Ingen fejl, ingen advarsler',
    found: (errors: number, warnings: number) =>
      `${several(errors, 'fejl', 'fejl')}, ${several(warnings, 'advarsel', 'advarsler')}`,
    score: (score: number) => `${score} ud af 100`,
  },
  page: {
    title: (journey: string, day: string) => `${journey}, version fra ${day}`,
    back: 'Alle forløb',
    facts: {
      status: 'Status',
      underWay: 'I gang på denne version',
      published: 'Udgivet',
      withdrawn: 'Trukket tilbage',
      hash: 'Indholdets hash',
      walked: 'Gennemspillet af scenarier',
      score: 'Score',
      check: 'Kontrol',
    },
    because: (when: string, reason: string) => `${when}: ${reason}`,
    picture: 'Se versionen som billede',
    check: 'Det siger kontrollen',
    error: 'Fejl',
    warning: 'Advarsel',
    place: (file: string, line: number) => `${file}, linje ${line}`,
    remedy: 'Gør dette:',
    notWalked: 'Det gennemspiller intet scenarie',
    score: 'Scoren og dens begrundelser',
    scoreLead: 'Efter EU’s eGovernment Benchmark.',
    group: (title: string, score: number | undefined) =>
      `${title} (${score === undefined ? 'kan ikke afgøres' : `${score} ud af 100`})`,
    met: 'Ja',
    notMet: 'Nej',
    open: 'Åbent',
    principles: 'Principperne for digitaliseringsklar lovgivning',
    ofWhole: (part: number, whole: number) => `${part} af ${whole}`,
  },
  picture: {
    title: (journey: string) => `Billede: ${journey}`,
    back: 'Til versionen',
    branches: 'Grene',
    whole: 'Det hele',
    scroll: 'Billedet, som kan rulles',
    alone: 'Åbn billedet for sig selv',
    inWords: 'Billedet i ord',
    leads: (to: string) => `fører til ”${to}”`,
    at: (when: string) => `Ved ”${when}”`,
    byItself: 'Af sig selv',
  },
};
