/** The English article, which the names of most authorities have within a sentence. */
const ARTICLE = /^the (?=.)/;

/** The name of an authority by itself, in a heading, a list or before a colon: the English article is left out, and there is a capital. */
export function nameAlone(name: string): string {
  return nameFirst(name.replace(ARTICLE, ''));
}

/** The name of an authority at the beginning of a sentence. */
export function nameFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
