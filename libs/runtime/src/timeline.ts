import { type CompiledJourney } from '#journey';
import { type Instant } from '#statechart';
import { type OpenedJourney } from './opened-journey.js';
import { JournalKind, type JourneyStatus, type SeenEntry } from './journey-record.js';

/** Kind of a timeline item. `moved`: what came of it may be seen, and not what it was. */
export const TimelineKind = { ...JournalKind, moved: 'moved' } as const;
export type TimelineKind = (typeof TimelineKind)[keyof typeof TimelineKind];

/** Activity feed item: a journal entry as one participant may know it. */
export interface TimelineItem {
  readonly seq: number;
  readonly at: Instant;
  readonly kind: TimelineKind;
  /** Who moved it, as the viewer may know them; absent with `moved`. */
  readonly by?: 'you' | 'participant' | 'authority' | 'time' | 'operations';
  /** Who did it for them, under a mandate; nobody but the one for whom it was done is told. */
  readonly holder?: string;
  /** The authority at which they work, of a caseworker who helped. */
  readonly holderAuthority?: string;
  /** The authority that moved it, or the role where nobody more precise is known. */
  readonly authority?: string;
  /** Task and event, service, report or timer; absent with `moved`. */
  readonly subject?: string;
  /** Path of the state that it was about. */
  readonly state?: string;
  /** Code by which an authority refused. */
  readonly refusal?: string;
  readonly entered: readonly string[];
  readonly left: readonly string[];
  /** Of what has resumed the journey: what it was then given, as far as the viewer may know what it was. */
  readonly taken?: readonly TimelineItem[];
}

/** A page of the timeline, oldest first. */
export interface TimelinePage {
  /** As it was when the page was read. */
  readonly opened: OpenedJourney;
  readonly status: JourneyStatus;
  readonly items: readonly TimelineItem[];
  /** Numbers of the first and last entry that were looked at; absent when there was none. */
  readonly first?: number;
  readonly last?: number;
  /** Whether there may be more beyond the page. */
  readonly more: boolean;
}

/** Begins the actor of what an authority did. */
const AUTHORITY = 'authority:';

/** Entries that tell of nothing but the journey as a whole. */
const WHOLE: ReadonlySet<JournalKind> = new Set([
  'offered',
  'declined',
  'started',
  'cancelled',
  'held',
  'waiting',
  'resumed',
]);

/** Field-level authorisation: what somebody in these roles may know of some entries. */
export function timelineOf(
  entries: readonly SeenEntry[],
  person: string,
  roles: readonly string[],
  compiled: CompiledJourney,
): TimelineItem[] {
  const visible = (path: string): boolean => compiled.isVisible(path, roles);
  return entries.flatMap((entry): TimelineItem[] => {
    const { seq, at, kind, actor, holder, holderAuthority, subject, state, refusal, taken } = entry;
    const entered = entry.entered.filter(visible);
    const left = entry.left.filter(visible);
    const mine = actor === person;
    const seen = entry.seenBy?.some(viewer => viewer === person || roles.includes(viewer));
    if (!(seen ?? (mine || kind === 'started' || kind === 'cancelled' || entered.length + left.length > 0)))
      return [];
    const told = isSubjectVisible(entry, visible) && !isAnothers(entry, roles, compiled);
    if (!mine && !WHOLE.has(kind) && !told) {
      return [{ seq, at, kind: TimelineKind.moved, entered, left }];
    }
    // On what a journey was held may have been out of their sight.
    const by = kind === 'held' && !mine ? undefined : byWhom(actor, mine);
    const given = taken && timelineOf(taken, person, roles, compiled).filter(item => item.kind !== 'moved');
    return [
      {
        seq,
        at,
        kind,
        ...(by !== undefined && { by }),
        ...(mine && holder !== undefined && { holder }),
        ...(mine && holderAuthority !== undefined && { holderAuthority }),
        ...(told && by === 'authority' && { authority: actor!.slice(AUTHORITY.length) }),
        subject,
        ...(told && state !== undefined && { state }),
        ...(told && refusal !== undefined && { refusal }),
        entered,
        left,
        ...(given && given.length > 0 && { taken: given }),
      },
    ];
  });
}

/** Entries written before it was kept which state they are about are told of only when nothing of them is hidden. */
function isSubjectVisible({ state, entered, left }: SeenEntry, visible: (path: string) => boolean): boolean {
  return state === undefined ? [...entered, ...left].every(visible) : visible(state);
}

/** What somebody else in the same role has answered is theirs: one heir, one of two custodians. */
function isAnothers(
  { kind, state }: SeenEntry,
  roles: readonly string[],
  compiled: CompiledJourney,
): boolean {
  const role = kind === 'submitted' && state !== undefined ? compiled.taskRole(state) : undefined;
  return role !== undefined && compiled.isMany(role) && roles.includes(role);
}

function byWhom(actor: string | undefined, mine: boolean): NonNullable<TimelineItem['by']> {
  if (mine) return 'you';
  if (actor === undefined) return 'time';
  if (actor.startsWith(AUTHORITY)) return 'authority';
  return actor.startsWith('ops:') ? 'operations' : 'participant';
}
