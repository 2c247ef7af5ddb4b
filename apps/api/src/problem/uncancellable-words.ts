import { type Uncancellable, type Words } from '#journey';

/** Why somebody cannot cancel a journey, as a sentence without its full stop. */
export const UNCANCELLABLE_WORDS: Readonly<Record<Uncancellable | 'held', Words>> = {
  never: { da: 'Dette forløb kan ikke annulleres', en: 'This journey cannot be cancelled' },
  notYours: {
    da: 'Du kan ikke annullere forløbet. Det kan den, der begyndte det',
    en: 'You cannot cancel the journey. The person who began it can',
  },
  tooLate: {
    da: 'Forløbet er så langt fremme, at det ikke længere kan annulleres',
    en: 'The journey is too far on to be cancelled',
  },
  over: { da: 'Forløbet er slut', en: 'The journey has ended' },
  held: {
    da: 'En fejl hos os har standset forløbet. Det kan annulleres, når fejlen er rettet',
    en: 'A fault on our side has stopped the journey. It can be cancelled once we have fixed it',
  },
};
