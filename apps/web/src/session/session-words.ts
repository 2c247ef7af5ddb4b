import { type Language } from '#journey';

export interface SessionWords {
  readonly signedOut: { readonly title: string; readonly text: string };
  readonly signIn: string;
  readonly eidas: string;
  readonly notice: {
    readonly label: string;
    readonly ends: (time: string) => string;
    readonly soon: string;
    readonly after: string;
    readonly stay: string;
  };
  readonly goOn: {
    readonly title: string;
    readonly text: string;
    readonly files: string;
    readonly send: string;
    readonly leave: string;
  };
  readonly failed: Readonly<Record<SignInFault, { readonly title: string; readonly text: string }>>;
  readonly places: {
    readonly see: string;
    readonly title: string;
    readonly text: string;
    readonly here: string;
    readonly elsewhere: string;
    readonly ends: string;
    readonly started: string;
    readonly used: string;
    readonly end: string;
    readonly endAll: string;
    readonly back: string;
    readonly toFront: string;
  };
}

/** Why nobody was signed in. */
export type SignInFault = 'declined' | 'tooWeak' | 'noAccess' | 'unlinked' | 'over' | 'unavailable';

const DANISH: SessionWords = {
  signedOut: {
    title: 'Du er logget af',
    text: 'Luk browseren, hvis andre bruger den.',
  },
  signIn: 'Log på med MitID',
  eidas: 'Log på med eID fra et andet EU-land',
  notice: {
    label: 'Din pålogning',
    ends: time =>
      `Er du væk, bliver du logget af kl.\u00a0${time}. Det, du har skrevet, kan du stadig sende bagefter.`,
    soon: 'Du bliver snart logget af.',
    after:
      'Du er måske logget af nu. Det, du har skrevet her, går ikke tabt. Log på igen, når du har sendt det.',
    stay: 'Bliv logget på',
  },
  goOn: {
    title: 'Det, du skrev, er gemt',
    text: 'Du var logget af, da du sendte. Intet af det, du skrev, er gået tabt, og intet er sendt endnu. Send det nu, eller lad være.',
    files: 'Havde du valgt filer, skal du vedhæfte dem igen.',
    send: 'Send det, jeg skrev',
    leave: 'Send det ikke',
  },
  failed: {
    declined: {
      title: 'Du er ikke logget på',
      text: 'Du afbrød, før du var logget på. Prøv igen, når du er klar.',
    },
    tooWeak: {
      title: 'Vælg et højere sikringsniveau',
      text: 'Det niveau, du brugte, er ikke sikkert nok til dine sager. Log på igen, og vælg niveauet Betydelig eller Høj.',
    },
    noAccess: {
      title: 'Du har ikke adgang her',
      text: 'Du er logget på med MitID, men ikke i en rolle, der har adgang til disse sider.',
    },
    unlinked: {
      title: 'Dit eID er ikke knyttet til et CPR-nummer',
      text: 'Dit eID virker, og du har ikke gjort noget forkert. Men vi kan kun finde dine sager, når det er knyttet til et dansk CPR-nummer. Har du et CPR-nummer, kan borgerservice hjælpe dig med at få det knyttet til dit eID. Har du ikke et, så ring til den kommune, du har noget med at gøre. Den kan hjælpe dig uden, og du kan læse om alle forløb her uden at logge på.',
    },
    over: {
      title: 'Vi kunne ikke logge dig på',
      text: 'Der gik for lang tid, eller du begyndte i en anden browser. Log på igen.',
    },
    unavailable: {
      title: 'Vi kan ikke logge dig på lige nu',
      text: 'Et system, vi skal bruge, svarer ikke. Intet er gået tabt. Prøv igen om lidt.',
    },
  },
  places: {
    see: 'Se, hvor du er logget på',
    title: 'Her er du logget på',
    text: 'Her står de browsere, du er logget på i. Er der en, du ikke kender, så log den af.',
    here: 'Denne browser',
    elsewhere: 'En anden browser',
    started: 'Logget på',
    used: 'Sidst brugt',
    ends: 'Slutter, hvis den ikke bliver brugt',
    end: 'Log den af',
    endAll: 'Log af alle steder',
    back: 'Tilbage til indstillinger',
    toFront: 'Til forsiden',
  },
};

const ENGLISH: SessionWords = {
  signedOut: { title: 'You are signed out', text: 'Close the browser if others use it.' },
  signIn: 'Sign in with MitID',
  eidas: 'Sign in with an eID from another EU country',
  notice: {
    label: 'Your sign-in',
    ends: time =>
      `If you are away, you will be signed out at\u00a0${time}. You can still send what you have written afterwards.`,
    soon: 'You will soon be signed out.',
    after:
      'You may have been signed out now. What you have written here is not lost. Sign in again when you have sent it.',
    stay: 'Stay signed in',
  },
  goOn: {
    title: 'What you wrote is saved',
    text: 'You were signed out when you sent it. Nothing you wrote is lost, and nothing has been sent yet. Send it now, or leave it.',
    files: 'If you had chosen files, attach them again.',
    send: 'Send what I wrote',
    leave: 'Do not send it',
  },
  failed: {
    declined: {
      title: 'You are not signed in',
      text: 'You stopped before you were signed in. Try again when you are ready.',
    },
    tooWeak: {
      title: 'Choose a higher level of security',
      text: 'The level you used is not secure enough for your cases. Sign in again, and choose the level Substantial or High.',
    },
    noAccess: {
      title: 'You do not have access here',
      text: 'You are signed in with MitID, but not in a role that has access to these pages.',
    },
    unlinked: {
      title: 'Your eID is not linked to a CPR number',
      text: 'Your eID works, and you have done nothing wrong. But we can only find your cases when it is linked to a Danish CPR number. If you have a CPR number, Borgerservice, the citizen service of your municipality, can help you get it linked to your eID. If you do not have one, call the municipality you are dealing with. It can help you without one, and you can read about every journey here without signing in.',
    },
    over: {
      title: 'We could not sign you in',
      text: 'It took too long, or you began in another browser. Sign in again.',
    },
    unavailable: {
      title: 'We cannot sign you in right now',
      text: 'A system we need is not answering. Nothing is lost. Try again shortly.',
    },
  },
  places: {
    see: 'See where you are signed in',
    title: 'Where you are signed in',
    text: 'These are the browsers in which you are signed in. If there is one you do not know, sign it out.',
    here: 'This browser',
    elsewhere: 'Another browser',
    started: 'Signed in',
    used: 'Last used',
    ends: 'Ends unless it is used',
    end: 'Sign it out',
    endAll: 'Sign out everywhere',
    back: 'Back to settings',
    toFront: 'To the front page',
  },
};

const WORDS: Readonly<Record<Language, SessionWords>> = { da: DANISH, en: ENGLISH };

export function sessionWordsIn(language: Language): SessionWords {
  return WORDS[language];
}
