import { type Language } from '../catalogue.js';

/** Nothing at which a line may be broken: between a word and its number. */
const SPACE = '\u00A0';

/** An article of the GDPR, `6(1)(e)`, as it is cited in a language: Danish law says "artikel 6, stk. 1, litra e". */
export function gdprArticle(cited: string, language: Language): string {
  if (language === 'en') return `article${SPACE}${cited} of the GDPR`;
  const [article, paragraph, letter] = cited.replaceAll(')', '').split('(');
  return [
    `databeskyttelsesforordningens artikel${SPACE}${article}`,
    ...(paragraph === undefined ? [] : [`stk.${SPACE}${paragraph}`]),
    ...(letter === undefined ? [] : [`litra${SPACE}${letter}`]),
  ].join(', ');
}
