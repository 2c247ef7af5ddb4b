import { type IsoDate } from '#calendar';
import { type Instant } from '#statechart';

/** How a caseworker knows whom they help: the person stands before them with an ID, or has sent a letter that they have signed. */
export const IDENTIFICATIONS = ['counter', 'letter'] as const;
export type Identification = (typeof IDENTIFICATIONS)[number];

/** Why somebody is helped. A list and no free text: why they are exempt is nobody's business (bekendtgørelse om Digital Post § 5). */
export const ASSISTANCE_REASONS = ['exempt', 'noSignIn', 'wishesHelp'] as const;
export type AssistanceReason = (typeof ASSISTANCE_REASONS)[number];

/**
 * Assistance: *delegated access* of a caseworker who helps a person with what they would otherwise do themselves (forvaltningsloven § 7,
 * lov om offentlig digital post § 5). It is of one day, and the person's to see. Times are calendar time.
 */
export interface Assistance {
  readonly id: string;
  /** Who helps: a person id, as everywhere. */
  readonly caseworker: string;
  /** The authority at which they work. */
  readonly authority: string;
  /** Who is helped. */
  readonly person: string;
  readonly identified: Identification;
  /** The day on which the letter was received. */
  readonly receivedOn?: IsoDate;
  readonly reason: AssistanceReason;
  readonly from: Instant;
  /** When it ends by itself. */
  readonly until: Instant;
  /** When it was ended, before it would have by itself. */
  readonly ended?: Instant;
}

/** When it was, or will be, over. */
export function assistanceEnd({ until, ended }: Pick<Assistance, 'until' | 'ended'>): Instant {
  return Math.min(until, ended ?? until);
}

/** Half-open interval: it holds at its first instant, and no longer at its end. */
export function isOpenAssistance(assistance: Assistance, at: Instant): boolean {
  return assistance.from <= at && at < assistanceEnd(assistance);
}
