import { type Language } from '#journey';

/** Where the pages are. */
export const PATHS = {
  home: '/',
  start: '/start',
  messages: '/beskeder',
  myData: '/mine-oplysninger',
  mandates: '/fuldmagter',
  settings: '/indstillinger',
  calendar: '/indstillinger/kalender',
  noCalendar: '/indstillinger/kalender/luk',
  secondChannel: '/indstillinger/besked',
  help: '/hjaelp',
  making: '/saadan-bliver-forloebene-til',
  accessibility: '/tilgaengelighed',
  /** Of ops. */
  failing: '/drift/fejl',
  cases: '/drift/sager',
  dispatches: '/drift/henvendelser',
  authorities: '/drift/myndigheder',
  /** Of auditors. */
  auditLog: '/revision/log',
  processingRecord: '/revision/fortegnelse',
  verifications: '/revision/efterproev',
  auditedCase: '/revision/sag',
  /** Pages that the API itself has. */
  queues: '/ops/queues',
  documentation: '/docs',
} as const;

const part = encodeURIComponent;

export const EXPORT_PATH = `${PATHS.myData}/udtraek`;
export const EXPORT_FILE_PATH = `${EXPORT_PATH}.json`;
export const AUDIT_FILE_PATH = `${PATHS.auditLog}.csv`;
/** @param actor all that this one has done, `<role>:<id>` */
export const auditOfPath = (actor: string): string => `${PATHS.auditLog}?af=${part(actor)}`;
export const AUDITED_CASE_FILE_PATH = `${PATHS.auditedCase}.csv`;
export const RECORD_FILE_PATH = `${PATHS.processingRecord}.md`;
export const PROOF_FILE_PATH = `${PATHS.myData}/bevis.json`;
export const CORRECTIONS_PATH = `${PATHS.myData}/rettelser`;
export const NEW_CORRECTION_PATH = `${CORRECTIONS_PATH}/ny`;
/** @param disclosure what the correction is asked of */
export const askCorrectionPath = (disclosure: string): string =>
  `${NEW_CORRECTION_PATH}?om=${part(disclosure)}`;
export const askedCorrectionPath = (correction: string): string => `${CORRECTIONS_PATH}/${part(correction)}`;
export const correctionReceiptPath = (correction: string): string =>
  `${askedCorrectionPath(correction)}/kvittering`;
/** @param authority whose data are wrong; absent: it is not known */
export const wrongDataPath = (authority?: string): string =>
  `${PATHS.myData}/noget-er-forkert${authority === undefined ? '' : `?myndighed=${part(authority)}`}`;

export const journeyPath = (journey: string): string => `/forloeb/${part(journey)}`;
export const happenedPath = (journey: string): string => `${journeyPath(journey)}/haendelser`;
export const cancellationPath = (journey: string): string => `${journeyPath(journey)}/annuller`;
export const feedbackPath = (journey: string): string => `${journeyPath(journey)}/tilbagemelding`;
export const newsPath = (journey: string): string => `${journeyPath(journey)}/nyt`;
export const receiptsPath = (journey: string): string => `${journeyPath(journey)}/kvitteringer`;
export const receiptPath = (journey: string, receipt: string): string =>
  `${receiptsPath(journey)}/${part(receipt)}`;
export const taskPath = (journey: string, task: string): string =>
  `${journeyPath(journey)}/opgaver/${part(task)}`;
/** @param page counted from 1 */
export interface TaskPageVisit {
  /** To mend one answer, and go back to all of them. */
  readonly toCheck?: boolean;
  /** Names of the fields that are asked because of what was answered on it. */
  readonly newly?: readonly string[];
}
export const taskPagePath = (
  journey: string,
  task: string,
  page: number,
  { toCheck = false, newly = [] }: TaskPageVisit = {},
): string => {
  const query = new URLSearchParams([
    ...(page > 1 ? [['side', String(page)]] : []),
    ...(toCheck ? [['ret', '1']] : []),
    ...newly.map(name => ['nye', name]),
  ]).toString();
  return query === '' ? taskPath(journey, task) : `${taskPath(journey, task)}?${query}`;
};
export const checkPath = (journey: string, task: string): string => `${taskPath(journey, task)}/tjek`;
/** @param event an answer that carries no data */
export const choicePath = (journey: string, task: string, event: string): string =>
  `${checkPath(journey, task)}?valg=${part(event)}`;
export const sendPath = (journey: string, task: string): string => `${taskPath(journey, task)}/send`;
export const beforeStartPath = (definition: string): string => `${PATHS.start}/${part(definition)}`;
/** @param number of its part, counted from 1 */
export const examplePath = (definition: string, number = 1): string =>
  `${beforeStartPath(definition)}/eksempel${number === 1 ? '' : `?del=${number}`}`;
export const offerPath = (offer: string): string => `/tilbud/${part(offer)}`;
export const giveMandatePath = `${PATHS.mandates}/giv`;
export const mandateReceiptPath = (mandate: string): string =>
  `${PATHS.mandates}/${part(mandate)}/kvittering`;
export const endMandatePath = (mandate: string): string => `${PATHS.mandates}/${part(mandate)}/slut`;
export const calendarPath = (secret: string): string => `/kalender/${part(secret)}/kalender.ics`;
export const messagePath = (message: string): string => `${PATHS.messages}/${part(message)}`;
export const languagePath = (language: Language, back: string): string =>
  `/sprog/${language}?til=${part(back)}`;

export const incidentPath = (service: string, cause: string): string =>
  `${PATHS.failing}/${part(service)}/${part(cause)}`;
export const authorityPath = (authority: string): string => `${PATHS.authorities}/${part(authority)}`;
export const pausePath = (authority: string): string => `${authorityPath(authority)}/pause`;
export const resumePath = (authority: string): string => `${authorityPath(authority)}/genoptag`;
export const casePath = (journey: string): string => `${PATHS.cases}/${part(journey)}`;
export const resumeCasePath = (journey: string): string => `${casePath(journey)}/genoptag`;
/** Cases that stand still for a fault of ours. */
export const heldCasesPath = `${PATHS.cases}?status=held`;
/** @param filter by the names that the page's address has */
export const dispatchesPath = (filter: Readonly<Record<string, string>>): string =>
  `${PATHS.dispatches}?${new URLSearchParams(filter).toString()}`;
export const dispatchPath = (dispatch: string): string => `${PATHS.dispatches}/${part(dispatch)}`;
export const retryDispatchPath = (dispatch: string): string => `${dispatchPath(dispatch)}/proev-igen`;
export const skipDispatchPath = (dispatch: string): string => `${dispatchPath(dispatch)}/spring-over`;
export const versionPath = (hash: string): string => `/katalog/${part(hash)}`;
export const picturePath = (hash: string, branch?: string): string =>
  `${versionPath(hash)}/billede${branch === undefined ? '' : `?gren=${part(branch)}`}`;
export const imagePath = (hash: string, branch?: string): string =>
  `${versionPath(hash)}/billede.svg${branch === undefined ? '' : `?gren=${part(branch)}`}`;

const ANYWHERE = 'https://face.invalid';

/**
 * A path of this face that somebody was sent with; the start page for anything else, so that nobody is led away (open redirect). Whether
 * an address leads away is said by the parser that browsers have: `//`, `/\` and `/` with a tab before the next lead to another host.
 */
export function pathBack(path: unknown): string {
  const isOurs =
    typeof path === 'string' &&
    path.startsWith('/') &&
    URL.canParse(path, ANYWHERE) &&
    new URL(path, ANYWHERE).origin === ANYWHERE;
  return isOurs ? path : PATHS.home;
}
