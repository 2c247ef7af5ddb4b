import { type ProblemCode } from './problem-code.js';
import { type ProblemWords } from './problem-words.js';

const words = (title: string, explanation: string): ProblemWords => ({ title, explanation });

export const DANISH_PROBLEMS: Readonly<Record<ProblemCode, ProblemWords>> = {
  'malformed-json': words('Kan ikke læses', 'Det, der blev sendt, kan ikke læses. Prøv igen.'),
  'malformed-request': words(
    'Ugyldig forespørgsel',
    'Adressen eller det, der blev spurgt om, kan ikke forstås.',
  ),
  'malformed-header': words(
    'Ugyldig forespørgsel',
    'Der mangler noget i det, der blev sendt, eller det har ikke den rette form.',
  ),
  'missing-token': words('Ikke logget på', 'Log på for at gå videre.'),
  'malformed-token': words('Ikke logget på', 'Dit login kan ikke læses. Log på igen.'),
  'expired-token': words('Du er logget af', 'Du har været væk for længe. Log på igen.'),
  'session-over': words('Du er logget af', 'Du er blevet logget af. Log på igen for at gå videre.'),
  'early-token': words('Login gælder ikke endnu', 'Dit login gælder først om lidt. Prøv igen om et øjeblik.'),
  'forged-token': words('Login er ikke ægte', 'Dit login kan ikke bekræftes. Log på igen.'),
  'wrong-issuer': words(
    'Login fra et andet sted',
    'Du er logget på et sted, som vi ikke kan bruge her. Log på med MitID.',
  ),
  'wrong-audience': words('Login til en anden tjeneste', 'Du er logget på en anden tjeneste. Log på her.'),
  'incomplete-token': words('Ufuldstændigt login', 'Dit login siger ikke, hvem du er. Log på igen.'),
  'wrong-token': words('Forkert login', 'Det login kan ikke bruges her. Log på igen.'),
  'weak-sign-in': words(
    'Log på på en sikrere måde',
    'Du er logget på med et niveau, der ikke er sikkert nok til dette. Log på igen med MitID.',
  ),
  'mixed-roles': words(
    'For mange roller på én gang',
    'Du er logget på i flere roller, som skal holdes adskilt. Log på i den rolle, du handler i.',
  ),
  'grant-refused': words('Du er logget af', 'Dit login gælder ikke længere. Log på igen.'),
  'unknown-face': words('Ukendt tjeneste', 'Det sted, du kommer fra, kan ikke logge nogen på her.'),
  'unknown-calendar': words('Ukendt kalender', 'Ingen kalender har denne adresse, eller ikke længere.'),
  'unknown-session': words('Ikke logget på dér', 'Du er ikke logget på dér, eller ikke længere.'),
  'unknown-signer': words('Ukendt afsender', 'Beskeden nævner ingen kendt myndighed.'),
  'bad-signature': words('Underskriften passer ikke', 'Underskriften passer ikke til beskeden.'),
  'old-signature': words(
    'Underskriften er for gammel',
    'Beskeden er underskrevet mere end fem minutter fra nu. Underskriv den igen.',
  ),
  forbidden: words('Ikke tilladt', 'Du er logget på, men må ikke gøre dette.'),
  'no-mandate': words(
    'Du kan ikke handle for denne person',
    'Du har ikke lov til at handle for denne person her, eller ikke længere.',
  ),
  'not-impartial': words(
    'Du kan ikke hjælpe denne person',
    'Ingen behandler sin egen sag eller sin families. Bed en kollega om at hjælpe.',
  ),
  'unknown-assistance': words('Hjælpen er slut', 'Du har ikke den hjælp i gang, eller ikke længere.'),
  'not-your-role': words('Ikke din opgave', 'Opgaven hører til en anden, der deltager i forløbet.'),
  'no-such-route': words('Siden findes ikke', 'Der er ikke noget på denne adresse.'),
  'unknown-definition': words('Ukendt forløb', 'Det forløb findes ikke.'),
  'unknown-journey': words('Ukendt forløb', 'Forløbet findes ikke, eller du deltager ikke i det.'),
  'unknown-task': words('Ukendt opgave', 'Forløbet har ikke den opgave.'),
  'unknown-document': words(
    'Ukendt dokument',
    'Der er ikke vedhæftet et dokument her, eller opgaven er ikke åben for dig.',
  ),
  'unknown-dispatch': words('Ukendt henvendelse', 'Der er aldrig sendt en henvendelse med dette id.'),
  'unknown-incident': words(
    'Der er intet at prøve igen',
    'Ingen henvendelser til denne service fejler af denne årsag længere.',
  ),
  'unknown-picture': words('Ukendt billede', 'Forløbet har ingen gren med dette navn.'),
  'unknown-offer': words('Ukendt tilbud', 'Der er ikke noget tilbud til dig med dette id.'),
  'offer-over': words(
    'Tilbuddet gælder ikke længere',
    'Du kan ikke længere sige ja eller nej til tilbuddet. Du kan selv begynde forløbet, hvis du har brug for det.',
  ),
  contradicts: words(
    'Det passer ikke sammen med en sag, du har i gang',
    'Du kan ikke begynde på det her, så længe den anden sag er i gang. Ved sagen står hvorfor, og hvad du kan gøre.',
  ),
  unconfirmed: words(
    'Du har en sag i gang, som du skal tænke på først',
    'Ved sagen står, hvad det betyder. Du kan begynde alligevel, når du har bekræftet, at du kender til den.',
  ),
  'unknown-mandate': words('Ukendt fuldmagt', 'Fuldmagten findes ikke, eller den er ikke din.'),
  'unknown-message': words('Ukendt besked', 'Der er ingen besked til dig med dette id.'),
  'unknown-authority': words('Ukendt myndighed', 'Myndigheden findes ikke i kataloget.'),
  'method-not-allowed': words('Ikke muligt her', 'Adressen findes, men det kan man ikke gøre her.'),
  'not-offered': words(
    'Ikke muligt nu',
    'Det kan ikke gøres nu. Se forløbet igen for at se, hvad du kan gøre.',
  ),
  'not-cancellable': words(
    'Kan ikke annulleres',
    'Forløbet siger selv, om det kan annulleres, hvor længe og af hvem.',
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
  'key-reused': words('Allerede sendt', 'Der er allerede sendt noget andet under samme nummer. Prøv igen.'),
  stale: words(
    'Ændret i mellemtiden',
    'Forløbet har ændret sig, siden du så det. Se det igen, og bestem dig igen.',
  ),
  'too-large': words('For stort', 'Det, du sendte, fylder for meget.'),
  'too-slow': words('For langsomt', 'Det, du sendte, kom ikke frem i tide. Send det igen.'),
  'headers-too-large': words('For stort', 'Det, der blev sendt, fylder for meget.'),
  'unmet-expectation': words('Kan ikke opfyldes', 'Der blev bedt om noget, der ikke findes her.'),
  'unsupported-media-type': words('Forkert format', 'Det, der blev sendt, har ikke et format, vi kan læse.'),
  'unknown-event': words('Ukendt hændelse', 'Ingen myndighed i kataloget melder hændelser af denne type.'),
  invalid: words('Ikke udfyldt korrekt', 'Der er noget, du skal rette, før du kan gå videre.'),
  'unsound-definition': words('Definitionen har fejl', 'Definitionen har fejl, og intet er udgivet.'),
  'too-many-requests': words(
    'For meget på én gang',
    'Der er kommet mere fra dig, end vi tager imod på så kort tid. Intet er ændret. Vent lidt, og prøv igen.',
  ),
  'check-too-long': words(
    'Kontrollen tog for lang tid',
    'Filerne er for store eller for indviklede til at blive kontrolleret. Intet er udgivet. Del forløbet i to, eller gør det enklere.',
  ),
  'unknown-version': words('Ukendt version', 'Den version er aldrig udgivet.'),
  fault: words('En fejl hos os', 'Noget gik galt hos os, ikke hos dig. Prøv igen senere.'),
  unavailable: words(
    'Ikke tilgængelig lige nu',
    'Et system, vi skal bruge, svarer ikke, eller også er der travlt lige nu. Intet er ændret eller tabt. Prøv igen om lidt.',
  ),
};
