/** What an organisation is in general: a name that ends in such a word has an article within an English sentence. */
const KINDS =
  /^(?:regional )?municipality$|\b(?:account|administration|admission|agency|association|authority|board|bureau|centre|city|commission|committee|council|court|department|directorate|fund|hospital|inspectorate|institution|ministry|office|police|priest|region|register|registry|service|system|tribunal|unit)$/i;
/** What follows the word on which the article depends: the Agency *of Family Law*, the family court *(Aarhus)*. */
const ADDED = / (?:\(|of |for ).*/;

/** Lints the English name of an authority: as it stands within a sentence, with its article. Undefined: it is sound. */
export function articleFault(
  name: string,
): { readonly code: string; readonly message: string; readonly remedy: string } | undefined {
  if (name.startsWith('The ')) {
    return {
      code: 'name-with-capital-article',
      message: `${name} is read within a sentence, where its article has no capital.`,
      remedy: `Write the ${name.slice(4)}. Where it begins a sentence it gets its capital.`,
    };
  }
  if (name.startsWith('the ') || !KINDS.test(name.replace(ADDED, ''))) return undefined;
  return {
    code: 'name-without-article',
    message: `${name} has no article, and is read within a sentence.`,
    remedy: `Write the ${name}. Headings and lists leave the article out.`,
  };
}
