import { type Language, type Words } from '#journey';

/** What an organisation is in general: a name that ends in such a word has an article within an English sentence. */
const KINDS =
  /^(?:regional )?municipality$|\b(?:account|administration|admission|agency|association|authority|board|bureau|centre|city|commission|committee|council|court|department|directorate|fund|hospital|inspectorate|institution|ministry|office|police|priest|region|register|registry|service|system|tribunal|unit)$/i;
/** What follows the word on which the article depends: the Agency *of Family Law*, the family court *(Aarhus)*. */
const ADDED = / (?:\(|of |for ).*/;

/** Words that begin a Danish name which is no proper name: what an organisation is in general, in the definite, or an article before one. */
const DANISH_KINDS =
  /^(?:(?:afdeling|a-kasse|biskop|byret|familieret|forvaltning|hospital|hjælp|jobcent[er]{1,2}|kirkekontor|kommune|kontor|landsret|personregistr|pladsanvisning|politi|præst|region|ret|skifteret|skole|skoleforvaltning|sogn|sundhedscent[er]{1,2}|sundhedspleje|sygehus|uddannelsessted|universitet)t?(?:n|t|en|et)s?|borgerservice)(?=[ ,]|$)|^(?:den|det|de) \p{Ll}/u;

interface NameFault {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** Lints the name of an authority in both languages: as it stands within a sentence. */
export function nameFaults({ da, en }: Words): readonly (NameFault & { readonly language: Language })[] {
  const [danish, english] = [capitalFault(da), articleFault(en)];
  return [
    ...(danish ? [{ ...danish, language: 'da' as const }] : []),
    ...(english ? [{ ...english, language: 'en' as const }] : []),
  ];
}

/** In Danish only a proper name has a capital. */
function capitalFault(name: string): NameFault | undefined {
  const within = name.charAt(0).toLowerCase() + name.slice(1);
  if (within === name || !DANISH_KINDS.test(within)) return undefined;
  return {
    code: 'name-with-capital',
    message: `${name} is read within a sentence, where it has no capital.`,
    remedy: `Write ${within}. Headings and the beginning of a sentence give it its capital.`,
  };
}

/** In English the article belongs to the name. */
function articleFault(name: string): NameFault | undefined {
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
