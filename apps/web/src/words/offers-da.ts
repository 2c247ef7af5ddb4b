/** Words of what is offered, in Danish. */
export const DANISH_OFFERS = {
  /** Before a law, which is cited in Danish. */
  rule: 'Reglen:',
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
};
