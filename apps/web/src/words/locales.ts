import { type Language } from '#journey';

/** Of each language, how days, times and numbers are written in Denmark. */
export const LOCALES: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };
