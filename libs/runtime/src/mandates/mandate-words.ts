import { dateAt, dateInWords } from '#calendar';
import { type Language, listedIn, type WordedMessage, type Words } from '#journey';
import { type GivenMandate, resumedAfter, type Suspension } from './mandate.js';

/** What the two are written about. */
export type MandateOccasion = 'given' | 'ending' | 'withdrawn' | 'renounced' | 'resumed';

/** What the sentences are made of. */
interface Said {
  readonly holder: string;
  readonly person: string;
  /** The first and the last day, in words. */
  readonly from: string;
  readonly last: string;
  /** For which journeys. */
  readonly scope: string;
  /** Which of the two was registered as dead by mistake; of one that is in force again. */
  readonly dead: Suspension['of'];
}

type Sentences = (said: Said) => WordedMessage;
type Letters = Readonly<Record<MandateOccasion, Readonly<Record<'person' | 'holder', Sentences>>>>;

const DANISH: Letters = {
  given: {
    person: ({ holder, from, last, scope }) => ({
      subject: `Du har givet ${holder} fuldmagt`,
      body:
        `${holder} må handle for dig fra ${from} til og med ${last}. Fuldmagten gælder ${scope}.\n` +
        `${holder} kan se og gøre det samme som dig dér, men kan ikke give fuldmagten videre. ` +
        'Du kan altid se, hvad der bliver gjort for dig, og du kan trække fuldmagten tilbage, når du vil. Det gør du under Fuldmagter.',
    }),
    holder: ({ person, from, last, scope }) => ({
      subject: `${person} har givet dig fuldmagt`,
      body:
        `Du må handle for ${person} fra ${from} til og med ${last}. Fuldmagten gælder ${scope}.\n` +
        `Du finder den under Fuldmagter. ${person} kan se, hvad du gør. Vil du ikke have fuldmagten, kan du sige den fra dig samme sted.`,
    }),
  },
  ending: {
    person: ({ holder, last }) => ({
      subject: `Fuldmagten til ${holder} slutter snart`,
      body:
        `${holder} må handle for dig til og med ${last}. Skal det fortsætte, kan du give en ny fuldmagt under Fuldmagter. ` +
        'Ellers behøver du ikke gøre noget.',
    }),
    holder: ({ person, last }) => ({
      subject: `Fuldmagten fra ${person} slutter snart`,
      body: `Du må handle for ${person} til og med ${last}. Skal det fortsætte, kan ${person} give dig en ny fuldmagt.`,
    }),
  },
  withdrawn: {
    person: ({ holder }) => ({
      subject: `Du har trukket fuldmagten til ${holder} tilbage`,
      body:
        `Fuldmagten gælder ikke længere. Det, ${holder} allerede har sendt for dig, gælder stadig. ` +
        'Det, der var begyndt og ikke sendt, er slettet.',
    }),
    holder: ({ person }) => ({
      subject: `${person} har trukket fuldmagten tilbage`,
      body:
        `Fuldmagten gælder ikke længere. Det, du allerede har sendt for ${person}, gælder stadig. ` +
        'Det, du var begyndt på og ikke havde sendt, er slettet.',
    }),
  },
  renounced: {
    person: ({ holder }) => ({
      subject: `${holder} har sagt fuldmagten fra sig`,
      body:
        `Fuldmagten gælder ikke længere. Det, ${holder} allerede har sendt for dig, gælder stadig. ` +
        'Det, der var begyndt og ikke sendt, er slettet. Du kan give en anden fuldmagt under Fuldmagter.',
    }),
    holder: ({ person }) => ({
      subject: `Du har sagt fuldmagten fra ${person} fra dig`,
      body:
        `Fuldmagten gælder ikke længere. Det, du allerede har sendt for ${person}, gælder stadig. ` +
        'Det, du var begyndt på og ikke havde sendt, er slettet.',
    }),
  },
  resumed: {
    person: ({ holder, last, dead }) => ({
      subject: `Fuldmagten til ${holder} gælder igen`,
      body:
        `${dead === 'person' ? 'Du' : holder} var ved en fejl registreret som død, og så længe gjaldt fuldmagten ikke. Fejlen er rettet. ` +
        `${holder} må igen handle for dig til og med ${last}. Det, der var begyndt og ikke sendt, kan være slettet.\n` +
        'Skal fuldmagten ikke gælde længere, kan du trække den tilbage under Fuldmagter.',
    }),
    holder: ({ person, last, dead }) => ({
      subject: `Fuldmagten fra ${person} gælder igen`,
      body:
        `${dead === 'holder' ? 'Du' : person} var ved en fejl registreret som død, og så længe gjaldt fuldmagten ikke. Fejlen er rettet. ` +
        `Du må igen handle for ${person} til og med ${last}. Det, du var begyndt på og ikke havde sendt, kan være slettet.`,
    }),
  },
};

const ENGLISH: Letters = {
  given: {
    person: ({ holder, from, last, scope }) => ({
      subject: `You have given ${holder} a mandate`,
      body:
        `${holder} may act for you from ${from} to the end of ${last}. The mandate is for ${scope}.\n` +
        `${holder} can see and do there what you can, but cannot pass the mandate on. ` +
        'You can always see what is done for you, and you can withdraw the mandate at any time, under Mandates.',
    }),
    holder: ({ person, from, last, scope }) => ({
      subject: `${person} has given you a mandate`,
      body:
        `You may act for ${person} from ${from} to the end of ${last}. The mandate is for ${scope}.\n` +
        `You can find it under Mandates. ${person} can see what you do. If you do not want the mandate, you can give it up there.`,
    }),
  },
  ending: {
    person: ({ holder, last }) => ({
      subject: `The mandate for ${holder} ends soon`,
      body:
        `${holder} may act for you to the end of ${last}. If it is to continue, you can give a new mandate under Mandates. ` +
        'Otherwise you need not do anything.',
    }),
    holder: ({ person, last }) => ({
      subject: `The mandate from ${person} ends soon`,
      body: `You may act for ${person} to the end of ${last}. If it is to continue, ${person} can give you a new mandate.`,
    }),
  },
  withdrawn: {
    person: ({ holder }) => ({
      subject: `You have withdrawn the mandate for ${holder}`,
      body:
        `The mandate is no longer in force. What ${holder} has sent for you stands. ` +
        'What was begun and not sent has been deleted.',
    }),
    holder: ({ person }) => ({
      subject: `${person} has withdrawn the mandate`,
      body:
        `The mandate is no longer in force. What you have sent for ${person} stands. ` +
        'What you had begun and not sent has been deleted.',
    }),
  },
  renounced: {
    person: ({ holder }) => ({
      subject: `${holder} has given up the mandate`,
      body:
        `The mandate is no longer in force. What ${holder} has sent for you stands. ` +
        'What was begun and not sent has been deleted. You can give somebody else a mandate under Mandates.',
    }),
    holder: ({ person }) => ({
      subject: `You have given up the mandate from ${person}`,
      body:
        `The mandate is no longer in force. What you have sent for ${person} stands. ` +
        'What you had begun and not sent has been deleted.',
    }),
  },
  resumed: {
    person: ({ holder, last, dead }) => ({
      subject: `The mandate for ${holder} is in force again`,
      body:
        `${dead === 'person' ? 'You were' : `${holder} was`} registered as dead by mistake, and for that time the mandate was not in force. ` +
        `The mistake has been corrected. ${holder} may act for you again to the end of ${last}. ` +
        'What was begun and not sent may have been deleted.\n' +
        'If you no longer want the mandate, you can withdraw it under Mandates.',
    }),
    holder: ({ person, last, dead }) => ({
      subject: `The mandate from ${person} is in force again`,
      body:
        `${dead === 'holder' ? 'You were' : `${person} was`} registered as dead by mistake, and for that time the mandate was not in force. ` +
        `The mistake has been corrected. You may act for ${person} again to the end of ${last}. ` +
        'What you had begun and not sent may have been deleted.',
    }),
  },
};

const LETTERS: Readonly<Record<Language, Letters>> = { da: DANISH, en: ENGLISH };
const ALL: Words = {
  da: 'alle dine forløb undtagen dem, hvor ingen kan handle for en anden',
  en: 'all your journeys except those in which nobody can act for another person',
};
const ONLY: Words = { da: 'kun ', en: '' };
const ALL_OF_ANOTHER: Words = {
  da: 'alle forløb undtagen dem, hvor ingen kan handle for en anden',
  en: 'all journeys except those in which nobody can act for another person',
};

/**
 * The message to one of the two about what has happened to their mandate.
 *
 * @param titles of the kinds of journeys that it is for; undefined: for all
 */
export function mandateMessage(
  mandate: GivenMandate,
  occasion: MandateOccasion,
  reader: 'person' | 'holder',
  titles: readonly Words[] | undefined,
  language: Language,
): WordedMessage {
  const { from, until, gift } = mandate;
  const day = (at: number) => dateInWords(dateAt(at))[language];
  const all = (reader === 'person' ? ALL : ALL_OF_ANOTHER)[language];
  const kinds = titles && listedIn(language)(titles.map(title => `”${title[language]}”`));
  return LETTERS[language][occasion][reader]({
    ...gift.names,
    from: day(from),
    // It ends at the midnight after its last day.
    last: day(until - 1),
    scope: kinds === undefined ? all : `${ONLY[language]}${kinds}`,
    dead: resumedAfter(mandate)?.of ?? 'person',
  });
}
