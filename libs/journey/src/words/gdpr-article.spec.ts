import { gdprArticle } from './gdpr-article.js';

describe('an article of the GDPR', () => {
  it.each([
    ['6(1)(e)', 'artikel 6, stk. 1, litra e'],
    ['15(3)', 'artikel 15, stk. 3'],
    ['30', 'artikel 30'],
  ])('%s is cited as Danish law does', (cited, danish) => {
    expect(gdprArticle(cited, 'da').replaceAll('\u00A0', ' ')).toBe(
      `databeskyttelsesforordningens ${danish}`,
    );
    expect(gdprArticle(cited, 'en').replaceAll('\u00A0', ' ')).toBe(`article ${cited} of the GDPR`);
  });
});
