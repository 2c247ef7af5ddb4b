/** What is answered: to nobody and whoever is taken for nobody, to the applicant whose case it is, to another citizen, and to staff. */
export interface PageExpectation {
  readonly nobody: number;
  readonly applicant: number;
  readonly stranger: number;
  readonly ops: number;
  readonly designer: number;
  /** Who helps nobody. */
  readonly caseworker: number;
  readonly approver: number;
  readonly auditor: number;
}

const signedIn = (status: number): Omit<PageExpectation, 'nobody'> => ({
  applicant: status,
  stranger: status,
  ops: status,
  designer: status,
  caseworker: status,
  approver: status,
  auditor: status,
});
const all = (status: number): PageExpectation => ({ nobody: status, ...signedIn(status) });
const NONE: PageExpectation = { ...all(403), nobody: 303 };
/** A page that is every citizen's own. */
const OWN: PageExpectation = { ...NONE, applicant: 200, stranger: 200 };
/** A page of the case that is shown to its applicant. */
const THEIRS: PageExpectation = { ...NONE, applicant: 200, stranger: 404 };
/** A page of what there is not. */
const NOWHERE: PageExpectation = { ...NONE, applicant: 404, stranger: 404 };
const OPS: PageExpectation = { ...NONE, ops: 200 };
const CASEWORKER: PageExpectation = { ...NONE, caseworker: 200 };
const CATALOGUE: PageExpectation = { ...NONE, designer: 200, approver: 200 };
const AUDITOR: PageExpectation = { ...NONE, auditor: 200 };
const STAFF: PageExpectation = { ...NONE, ops: 200, designer: 200 };

/** By route that is read, as the application names it. */
export const EXPECTED_OF_PAGES: Readonly<Record<string, PageExpectation>> = {
  'GET /': { ...all(200), ops: 303, designer: 303, caseworker: 303, approver: 303, auditor: 303 },
  'GET /start': all(200),
  'GET /start/:definition': all(200),
  // None of the journey's own scenarios goes well, for it has none.
  'GET /start/:definition/eksempel': all(404),
  'GET /hjaelp': all(200),
  'GET /saadan-bliver-forloebene-til': all(200),
  'GET /tilgaengelighed': all(200),
  'GET /logget-af': all(200),
  'GET /sprog/:language': all(303),
  'GET /log-paa': all(303),
  'GET /log-paa/mitid': { ...all(303), nobody: 400 },
  'GET /log-paa/fortsaet': all(303),
  'GET /log-paa/bliv': all(303),
  'USE /health/live': all(200),

  // Whoever knows the address is let in, and nobody here does.
  'GET /kalender/:secret/kalender.ics': all(404),

  'GET /beskeder': OWN,
  'GET /fuldmagter': OWN,
  'GET /indstillinger': OWN,
  'GET /indstillinger/besked': OWN,
  'GET /indstillinger/logget-paa': { ...all(200), nobody: 303 },
  'GET /mine-oplysninger': OWN,
  'GET /mine-oplysninger/bevis.json': OWN,
  'GET /mine-oplysninger/noget-er-forkert': OWN,
  'GET /mine-oplysninger/rettelser': OWN,
  'GET /mine-oplysninger/rettelser/:correction': NOWHERE,
  'GET /mine-oplysninger/rettelser/:correction/kvittering': NOWHERE,
  // Of no disclosure.
  'GET /mine-oplysninger/rettelser/ny': NOWHERE,
  'GET /mine-oplysninger/udtraek': OWN,
  'GET /mine-oplysninger/udtraek.json': OWN,

  'GET /beskeder/:message': THEIRS,
  'GET /forloeb/:journey': THEIRS,
  'GET /forloeb/:journey/annuller': THEIRS,
  'GET /forloeb/:journey/haendelser': THEIRS,
  'GET /forloeb/:journey/kvitteringer': THEIRS,
  'GET /forloeb/:journey/kvitteringer/:receipt': THEIRS,
  'GET /forloeb/:journey/nyt': THEIRS,
  // Nobody is asked before it has ended.
  'GET /forloeb/:journey/tilbagemelding': { ...THEIRS, applicant: 303 },
  'GET /forloeb/:journey/opgaver/:task': THEIRS,
  'GET /forloeb/:journey/opgaver/:task/tjek': THEIRS,
  'GET /tilbud/:offer': THEIRS,

  'GET /fuldmagter/giv': OWN,
  'GET /fuldmagter/:mandate/kvittering': NOWHERE,
  'GET /fuldmagter/:mandate/slut': NOWHERE,

  'GET /drift': OPS,
  'GET /drift/fejl': OPS,
  'GET /drift/fejl/:service/:cause': OPS,
  'GET /drift/henvendelser': OPS,
  'GET /drift/henvendelser/:dispatch': OPS,
  'GET /drift/henvendelser/:dispatch/spring-over': OPS,
  'GET /drift/myndigheder/:authority': OPS,
  'GET /drift/sager': OPS,
  'GET /drift/sager/:journey': OPS,
  'GET /ops/queues': OPS,
  'GET /ops/queues/*path': { ...OPS, ops: 404 },

  'GET /skranke': CASEWORKER,
  // A letter is of somebody whom they help.
  'GET /skranke/brev/forloeb/:journey': NONE,
  'GET /skranke/brev/forloeb/:journey/kvitteringer/:receipt': NONE,
  'GET /skranke/brev/forloeb/:journey/opgaver/:task': NONE,

  'GET /katalog': CATALOGUE,
  'GET /katalog/:hash': CATALOGUE,
  'GET /katalog/:hash/billede': CATALOGUE,
  'GET /katalog/:hash/billede.svg': CATALOGUE,

  'GET /revision': AUDITOR,
  'GET /revision/log': AUDITOR,
  'GET /revision/log.csv': AUDITOR,
  'GET /revision/fortegnelse': AUDITOR,
  'GET /revision/fortegnelse.md': AUDITOR,

  'GET /docs': STAFF,
  'GET /docs/*path': { ...STAFF, ops: 404, designer: 404 },
  'GET /docs-json': STAFF,
  'GET /docs-yaml': STAFF,
};

export interface FormExpectation {
  readonly applicant: number;
  readonly stranger: number;
  /** Absent, as for designers: it is no form of theirs, 403. */
  readonly ops?: number;
  readonly designer?: number;
  readonly caseworker?: number;
  readonly approver?: number;
  readonly auditor?: number;
  readonly fields?: Readonly<Record<string, string>>;
  /** The page on which the applicant is shown the form: its hidden fields are sent too. */
  readonly page?: string;
}

/**
 * By route that is posted to: what is answered to these fields with the token of a form that was made for whoever sends them. Without
 * that it is 403, and 401 to nobody.
 */
export const EXPECTED_OF_FORMS: Readonly<Record<string, FormExpectation>> = {
  'POST /forloeb/:journey/annuller': {
    page: '/forloeb/:journey/annuller',
    applicant: 303,
    stranger: 404,
  },
  'POST /forloeb/:journey/opgaver/:task': { applicant: 303, stranger: 404 },
  'POST /forloeb/:journey/opgaver/:task/send': {
    page: '/forloeb/:journey/opgaver/:task/tjek?valg=keep',
    applicant: 303,
    stranger: 404,
  },
  'POST /forloeb/:journey/tilbagemelding': { fields: { score: '5' }, applicant: 303, stranger: 404 },
  'POST /drift/fejl/:service/:cause': {
    fields: { begrundelse: 'tried' },
    applicant: 403,
    stranger: 403,
    ops: 303,
  },
  'POST /drift/sager/:journey/genoptag': { applicant: 403, stranger: 403, ops: 303 },
  // Without a reason.
  'POST /drift/henvendelser/:dispatch/proev-igen': { applicant: 403, stranger: 403, ops: 422 },
  'POST /drift/henvendelser/:dispatch/spring-over': { applicant: 403, stranger: 403, ops: 422 },
  'POST /drift/myndigheder/:authority/pause': { applicant: 403, stranger: 403, ops: 422 },
  'POST /drift/myndigheder/:authority/genoptag': { applicant: 403, stranger: 403, ops: 422 },
  // Without a person to help, and none helped.
  'POST /skranke': { applicant: 403, stranger: 403, caseworker: 422 },
  'POST /skranke/afslut': { applicant: 403, stranger: 403, caseworker: 303 },
  'POST /skranke/hjaelp': { applicant: 403, stranger: 403, caseworker: 303 },
  'POST /revision/efterproev': { applicant: 403, stranger: 403, auditor: 303 },
  // Without a number and a reason.
  'POST /revision/sag': { applicant: 403, stranger: 403, auditor: 422 },
  'POST /revision/sag.csv': { applicant: 403, stranger: 403, auditor: 422 },
  'POST /fuldmagter/giv': { applicant: 422, stranger: 422 },
  'POST /fuldmagter/:mandate/slut': { applicant: 404, stranger: 404 },
  'POST /fuldmagter': { applicant: 303, stranger: 303 },
  'POST /mine-oplysninger/rettelser/ny': { applicant: 404, stranger: 404 },
  'POST /indstillinger': { applicant: 303, stranger: 303 },
  'POST /indstillinger/kalender': { applicant: 200, stranger: 200 },
  'POST /indstillinger/kalender/luk': { applicant: 303, stranger: 303 },
  // Without an address, and without a code.
  'POST /indstillinger/besked': { applicant: 422, stranger: 422 },
  'POST /indstillinger/besked/kode': { applicant: 422, stranger: 422 },
  'POST /indstillinger/besked/slet': { applicant: 303, stranger: 303 },
  'POST /indstillinger/logget-paa': signedIn(303),
  'POST /log-af': signedIn(303),
  'POST /start/:definition': { fields: { key: 'one' }, applicant: 303, stranger: 303 },
  'POST /tilbud/:offer': { fields: { answer: 'decline', key: 'two' }, applicant: 303, stranger: 404 },
};
