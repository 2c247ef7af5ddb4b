import {
  type CompiledJourney,
  type ConflictDefinition,
  type Definition,
  LANGUAGES,
  type Words,
} from '#journey';
import { type Instant } from '#statechart';
import { reachInForce } from '../assistance/reach.js';
import { caseReference } from '../case-reference.js';
import { type Requester } from '../decide/participant-request.js';
import { RequestError } from '../errors.js';
import { JourneyStatus } from '../journey-record.js';
import { covers } from '../mandates/mandate.js';
import { type RuntimeParts } from '../runtime-parts.js';

/** A journey that is under way and contradicts the one that somebody wants to begin. */
export interface Contradiction extends Pick<ConflictDefinition, 'kind'> {
  readonly journey: string;
  readonly reference: string;
  /** Title of the journey that is under way. */
  readonly title: Words;
  /** Why the two contradict each other, and what to do. */
  readonly text: Words;
}

/** Client error `contradicts`, or `unconfirmed` when all that stands in the way is to be confirmed. */
export class ContradictionError extends RequestError {
  constructor(readonly contradictions: readonly Contradiction[]) {
    const isRefused = contradictions.some(({ kind }) => kind === 'refuse');
    const ids = contradictions.map(({ journey }) => journey).join(', ');
    super(
      isRefused ? 'contradicts' : 'unconfirmed',
      isRefused
        ? `it contradicts what is under way (${ids}); end that first`
        : `it contradicts what is under way; send the ids in 'confirm' to begin all the same: ${ids}`,
    );
  }
}

/** Who begins a journey, and what they know of. */
export interface Beginner extends Requester {
  /** Id of the journey that they begin: it does not contradict itself, when it is begun twice at once with one key. */
  readonly id: string;
  /** Ids of the journeys under way that they were warned of, and begin all the same. */
  readonly confirm?: readonly string[];
}

const STANDING: ReadonlySet<JourneyStatus> = new Set([JourneyStatus.active, JourneyStatus.held]);

/** The role of whoever begins a journey. */
const APPLICANT = 'applicant';

/**
 * *Conflict check* of a beginning: only journeys that the very person has begun or taken count, and, for one who acts for them, only
 * those that the mandate or the help reaches, for the answer tells of them. It is advice, and no lock: two that begin in the same instant may both.
 *
 * @throws ContradictionError
 */
export async function refuseContradictions(
  parts: Pick<RuntimeParts, 'journeys' | 'definitions' | 'mandates' | 'assistances'>,
  { definition }: CompiledJourney,
  { id, confirm = [], ...requester }: Beginner,
  at: Instant,
): Promise<void> {
  const { journeys, definitions } = parts;
  const conflicts = Object.entries(definition.conflicts);
  if (conflicts.length === 0) return;
  const held = await reachInForce(parts, requester, at);
  const theirs = (await journeys.journeysOf([requester.person])).filter(
    ({ journey, role, status, definition: its }) =>
      journey !== id &&
      role === APPLICANT &&
      STANDING.has(status) &&
      (held === undefined || held.some(mandate => covers(mandate, its))),
  );
  const standing = conflicts.flatMap(([name, { journey: other, kind }]) =>
    theirs
      .filter(
        ({ definition: its, journey }) => its === other && !(kind === 'warn' && confirm.includes(journey)),
      )
      .map(async ({ journey, hash }): Promise<Contradiction> => {
        const { title } = (await definitions.byHash(hash)).definition;
        const reference = caseReference(journey, title.da);
        return { kind, journey, reference, title, text: wordsOf(name, definition) };
      }),
  );
  if (standing.length > 0) throw new ContradictionError(await Promise.all(standing));
}

function wordsOf(name: string, { texts }: Definition): Words {
  return Object.fromEntries(
    LANGUAGES.map(language => [language, texts[language].conflicts[name] ?? name]),
  ) as Record<keyof Words, string>;
}
