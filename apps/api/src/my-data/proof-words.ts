import { type Words } from '#journey';

export const HOW_TO_CHECK: Words = {
  da:
    'Filen viser, hvem der har fået eller set dine oplysninger, og er underskrevet af os. Gem den. ' +
    'Hver linje hænger sammen med den før: SHA-256 af forrige »link«, linjens nummer i fire byte og dens »commitment«. ' +
    'En linjes »commitment« er SHA-256 af [["navn","digest"], …] med felterne i alfabetisk orden; et felts digest er SHA-256 af ["salt","navn",værdi]. ' +
    'Det sidste led står i »head«, der er underskrevet (JWS, Ed25519). Nøglen skal også stå på /v1/disclosures/keys. ' +
    'Den, der har programmet, kan kontrollere filen med: npm run audit -- check <fil>. ' +
    'Felter med »digest« alene handler om andre personer eller om en sag, der ikke er din; linjer uden felter er slettet eller ikke dine at se.',
  en:
    'This file shows who was given or has looked at your data, and is signed by us. Keep it. ' +
    'Each line follows from the one before it: SHA-256 over the previous link, the number of the line in four bytes, and its commitment. ' +
    'The commitment of a line is SHA-256 of [["name","digest"], …] with the fields in alphabetical order; the digest of a field is SHA-256 of ["salt","name",value]. ' +
    'The last link stands in the head, which is signed (JWS, Ed25519). Its key must also stand at /v1/disclosures/keys. ' +
    'Whoever has the program can check the file with: npm run audit -- check <file>. ' +
    'Fields with a digest alone are about other people or a case that is not yours; lines without fields have been erased, or are not yours to see.',
};

export const NOTHING_CHAINED: Words = {
  da: 'Der er endnu ikke noget at vise. Nye linjer kommer med efter nogle sekunder.',
  en: 'There is nothing to show yet. New lines are added after a few seconds.',
};
