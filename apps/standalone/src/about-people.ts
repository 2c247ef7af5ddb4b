import { type Words } from '#journey';

/** Who the sample people are, in a few words, for whoever chooses whom to be. */
export const ABOUT: Readonly<Record<string, Words>> = {
  anna: {
    da: 'Gift med Bo, mor til Ida, datter af Bent, som døde for fire dage siden',
    en: 'Married to Bo, mother of Ida, daughter of Bent, who died four days ago',
  },
  bo: { da: 'Gift med Anna, far til Ida', en: 'Married to Anna, father of Ida' },
  ida: { da: 'Datter af Anna og Bo', en: 'Daughter of Anna and Bo' },
  cai: { da: 'Annas bror, bor alene', en: 'Anna’s brother, lives alone' },
  eva: { da: 'Bor sammen med Kim og venter et barn', en: 'Lives with Kim and is expecting a child' },
  kim: { da: 'Bor sammen med Eva', en: 'Lives with Eva' },
  lis: {
    da: 'Gift med Mads, som hun vil skilles fra; mor til Ella og Karl',
    en: 'Married to Mads, whom she wants to divorce; mother of Ella and Karl',
  },
  mads: { da: 'Gift med Lis, far til Ella og Karl', en: 'Married to Lis, father of Ella and Karl' },
  ella: { da: 'Datter af Lis og Mads', en: 'Daughter of Lis and Mads' },
  karl: { da: 'Søn af Lis og Mads', en: 'Son of Lis and Mads' },
  gerda: {
    da: 'Enke efter Ole, som døde for ni dage siden; pensionist',
    en: 'Widow of Ole, who died nine days ago; pensioner',
  },
  dan: {
    da: 'Fritaget for Digital Post, får breve; har hjemmehjælp',
    en: 'Exempt from Digital Post, gets letters; has home care',
  },
  nora: {
    da: 'Har beskyttet navn og adresse, mor til Fie',
    en: 'Has a protected name and address, mother of Fie',
  },
  fie: { da: 'Datter af Nora', en: 'Daughter of Nora' },
  pia: {
    da: 'Skilt fra Jens, mor til Ask, som bor hos hende hver anden uge',
    en: 'Divorced from Jens, mother of Ask, who lives with her every other week',
  },
  jens: { da: 'Skilt fra Pia, far til Ask', en: 'Divorced from Pia, father of Ask' },
  ask: { da: 'Søn af Pia og Jens', en: 'Son of Pia and Jens' },
  karen: {
    da: 'Sagsbehandler i Vejle Kommune: hjælper ved skranken',
    en: 'Caseworker in the municipality of Vejle: helps at the counter',
  },
  olga: { da: 'Driften: ser til, at systemet kører', en: 'Operations: sees to it that the system runs' },
  dina: { da: 'Designer: skriver forløb', en: 'Designer: writes journeys' },
  gorm: {
    da: 'Godkender: læser de forløb, der er udgivet',
    en: 'Approver: reads the journeys that are published',
  },
  rie: {
    da: 'Revisor: ser efter, hvem der har gjort hvad, og om loggen er, som den skal være',
    en: 'Auditor: looks at who has done what, and whether the log is as it should be',
  },
};
