/** What people ask, with the answers, in Danish. */
export const DANISH_QUESTIONS = {
  title: 'Ofte stillede spørgsmål',
  data: {
    ask: 'Hvem kan se mine oplysninger?',
    answer:
      'Kun de myndigheder, der skal bruge dem, og kun det, de skal bruge. Under Mine oplysninger kan du se, hvem der har fået hvad, hvornår og efter hvilken lov.',
  },
  nothing: {
    ask: 'Hvad sker der, hvis jeg ikke gør noget?',
    answer:
      'Det står ved hver opgave, før fristen er gået. Hvis opgaven har en frist, får du besked, når den nærmer sig. Det, du allerede har sendt, går ikke tabt.',
  },
  regret: {
    ask: 'Kan jeg fortryde?',
    answer:
      'Det kan du i de fleste forløb. Før du annullerer, kan du se, hvad der bliver trukket tilbage, og hvad der ikke kan trækkes tilbage. Du kan også stoppe midt i en opgave. Det, du har skrevet, er gemt.',
  },
  help: {
    ask: 'Kan en anden hjælpe mig eller gøre det for mig?',
    answer:
      'Ja. Du kan give en, du stoler på, en fuldmagt under Fuldmagter, og du kan trække den tilbage igen. Du kan også få hjælp i borgerservice. Du kan altid se, hvem der har gjort noget for dig.',
    ownOnly:
      'I dette forløb kan ingen handle for dig, heller ikke med en fuldmagt. Men du må gerne have en, du stoler på, ved siden af dig.',
  },
  noMitId: {
    ask: 'Hvad gør jeg, hvis jeg ikke har MitID?',
    answer:
      'Ring til din kommune, eller kom i borgerservice. De kan begynde forløbet sammen med dig, og er du fritaget for Digital Post, får du det hele som brev. Har du et eID fra et andet EU-land, som er knyttet til dit CPR-nummer, kan du logge på med det.',
  },
  complain: {
    ask: 'Hvordan klager jeg?',
    answer:
      'Når en myndighed har truffet en afgørelse, du kan klage over, får du en opgave, hvor du kan klage. Der står fristen, og hvem der ser på klagen. Du kan altid ringe til myndigheden og få det forklaret først.',
  },
  costs: {
    ask: 'Hvad koster det?',
    answer:
      'Det koster ikke noget at bruge Overgang. Nogle myndigheder tager betaling for det, du beder dem om. Prisen står på siden om forløbet, før du begynder.',
  },
};
