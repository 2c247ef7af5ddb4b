import { type ProblemCode } from './problem-code.js';
import { type ProblemWords } from './problem-words.js';

const words = (title: string, explanation: string): ProblemWords => ({ title, explanation });

export const DANISH_PROBLEMS: Readonly<Record<ProblemCode, ProblemWords>> = {
  'malformed-json': words('Ugyldig JSON', 'Indholdet er ikke gyldig JSON. Send ét JSON-objekt.'),
  'malformed-request': words(
    'Ugyldig forespørgsel',
    'Forespørgslen kan ikke forstås. Kontrollér adresse og parametre.',
  ),
  'malformed-header': words('Ugyldig header', 'En header har ikke den form, den skal have.'),
  'missing-token': words(
    'Ikke logget ind',
    'Log ind, og send dit token som "Authorization: Bearer <token>".',
  ),
  'malformed-token': words(
    'Ugyldigt token',
    'Det sendte er ikke et token. Send det uændret, som du fik det af udstederen.',
  ),
  'expired-token': words('Token er udløbet', 'Dit token er for gammelt. Log ind igen.'),
  'early-token': words(
    'Token gælder ikke endnu',
    'Dit token gælder først senere. Vent, eller kontrollér urene.',
  ),
  'forged-token': words('Token er ikke ægte', 'Dit token er ikke underskrevet af udstederen. Log ind igen.'),
  'wrong-issuer': words(
    'Token fra en anden udsteder',
    'Dit token kommer fra en udsteder, der ikke godtages her.',
  ),
  'wrong-audience': words(
    'Token til en anden tjeneste',
    'Dit token er beregnet til en anden tjeneste. Bed om et til denne.',
  ),
  'incomplete-token': words(
    'Ufuldstændigt token',
    'Dit token siger ikke, hvem det gælder for, og hvornår det udløber.',
  ),
  'wrong-token': words(
    'Forkert slags token',
    'Det sendte er ikke et adgangstoken til denne tjeneste. Send det token, der er udstedt til den.',
  ),
  'weak-sign-in': words(
    'Log ind på en sikrere måde',
    'Du er logget ind på et niveau, der ikke er sikkert nok til dette. Log ind igen med MitID.',
  ),
  'mixed-roles': words(
    'For mange roller på én gang',
    'Dit token giver flere roller, som skal holdes adskilt. Log ind i den rolle, du handler i.',
  ),
  'unknown-signer': words(
    'Ukendt afsender',
    'Beskeden nævner ingen kendt myndighed. Se headeren Overgang-Authority.',
  ),
  'bad-signature': words(
    'Underskriften passer ikke',
    'Underskriften passer ikke til beskeden. Underskriv det rå indhold med den fælles nøgle.',
  ),
  'old-signature': words(
    'Underskriften er for gammel',
    'Beskeden er underskrevet mere end fem minutter fra nu. Underskriv den igen.',
  ),
  forbidden: words('Ikke tilladt', 'Du er logget ind, men må ikke gøre dette.'),
  'not-your-role': words('Ikke din opgave', 'Opgaven hører til en anden, der deltager i forløbet.'),
  'no-such-route': words(
    'Adressen findes ikke',
    'Der er intet på denne adresse. Alle adresser står på /docs.',
  ),
  'unknown-definition': words(
    'Ukendt forløb',
    'Der findes ikke et sådant forløb at starte. Se GET /v1/definitions.',
  ),
  'unknown-journey': words(
    'Ukendt forløb',
    'Forløbet findes ikke, eller du deltager ikke i det. Se GET /v1/journeys.',
  ),
  'unknown-task': words(
    'Ukendt opgave',
    'Forløbet har ikke en sådan opgave. Læs forløbet: der står, hvad du kan gøre.',
  ),
  'unknown-document': words(
    'Ukendt dokument',
    'Der er ikke vedhæftet et dokument her, eller opgaven er ikke åben for dig. Læs forløbet: der står, hvad du kan vedhæfte.',
  ),
  'unknown-dispatch': words('Ukendt henvendelse', 'Der er aldrig sendt en henvendelse med dette id.'),
  'unknown-authority': words(
    'Ukendt myndighed',
    'Myndigheden findes ikke i kataloget. Se GET /v1/ops/authorities.',
  ),
  'method-not-allowed': words(
    'Metoden er ikke tilladt',
    'Adressen findes, men svarer ikke på denne metode. Se headeren Allow.',
  ),
  'not-offered': words(
    'Ikke muligt nu',
    'Forløbet tilbyder ikke dette nu. Læs det igen for at se, hvad du kan gøre.',
  ),
  'not-cancellable': words(
    'Kan ikke annulleres',
    'Forløbet kan ikke annulleres, eller ikke længere, eller ikke af dig.',
  ),
  'not-settleable': words('Ikke muligt nu', 'Det er ikke i en tilstand, hvor dette kan gøres. Læs det igen.'),
  'not-skippable': words(
    'Kan ikke springes over',
    'Forløbet siger ikke, hvordan det går videre uden svar på denne henvendelse. Prøv igen, angiv myndighedens svar, eller ret det, der står i vejen.',
  ),
  'journey-ended': words(
    'Forløbet er afsluttet',
    'Forløbet er slut og tager ikke imod mere. Start et nyt, hvis du har brug for det.',
  ),
  'journey-held': words(
    'Forløbet er sat på pause',
    'En fejl hos os har standset forløbet. Vi ser på det, og intet er gået tabt.',
  ),
  'key-reused': words(
    'Nøglen er brugt',
    'Idempotency-Key er brugt til en anden forespørgsel. Brug en ny nøgle.',
  ),
  stale: words(
    'Ændret i mellemtiden',
    'Forløbet har ændret sig, siden du læste det. Læs det igen, og beslut på ny.',
  ),
  'too-large': words('For stort', 'Indholdet er større end 64 kB (1 MB for designere).'),
  'too-slow': words('For langsomt', 'Forespørgslen kom ikke frem i tide. Send den igen.'),
  'headers-too-large': words(
    'For store headere',
    'Headerne fylder mere end 16 kB i alt. Send færre eller kortere.',
  ),
  'unmet-expectation': words(
    'Forventningen kan ikke opfyldes',
    'Headeren Expect beder om noget, der ikke findes her. Udelad den, eller send "100-continue".',
  ),
  'unsupported-media-type': words(
    'Kun JSON',
    'Send indholdet som application/json (hændelser: application/cloudevents+json) i UTF-8.',
  ),
  'unknown-event': words('Ukendt hændelse', 'Ingen myndighed i kataloget melder hændelser af denne type.'),
  invalid: words(
    'Ikke udfyldt korrekt',
    'Et eller flere felter passer ikke. Listen "errors" siger hvilke og hvorfor.',
  ),
  'unsound-definition': words(
    'Definitionen har fejl',
    'Definitionen har fejl, som står i "diagnostics". Intet er udgivet.',
  ),
  'too-many-requests': words(
    'For meget på én gang',
    'Der er kommet flere forespørgsler, end vi tager imod på så kort tid. Intet er ændret. Prøv igen, når tiden i Retry-After er gået.',
  ),
  'check-too-long': words(
    'Kontrollen tog for lang tid',
    'Filerne er for store eller for indviklede til at blive kontrolleret. Intet er udgivet. Del forløbet i to, eller gør det enklere.',
  ),
  'unknown-version': words(
    'Ukendt version',
    'Der er aldrig udgivet en version med denne hash. Se GET /v1/designer/versions.',
  ),
  fault: words(
    'En fejl hos os',
    'Noget gik galt hos os, ikke hos dig. Prøv igen senere, og oplys "instance", hvis du melder fejlen.',
  ),
  unavailable: words(
    'Ikke tilgængelig lige nu',
    'Et system, vi skal bruge, svarer ikke, eller også er der travlt lige nu. Intet er ændret eller tabt. Prøv igen om lidt.',
  ),
};
