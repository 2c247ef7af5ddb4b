import { type CompiledJourney, isTold, reversesDeath, type Telling, tellsOfDeath } from '#journey';
import { aliveIn, deceasedIn } from '../between/deceased-in.js';
import { type OpenedJourney } from '../opened-journey.js';
import { type Tiding } from '../ports.js';
import { lastDayAt } from './text-at.js';
import { partiesOf } from './parties-of.js';

/** What is over: by what an authority has said, since somebody has died, or, of a death, since it was a mistake. */
export interface Ending {
  readonly journey: string;
  /** Number of the entry of its journal that tells it, and when. */
  readonly entry: number;
  readonly at: number;
  /** The service that answered, or the report. */
  readonly source: string;
  /** Whose it was, who has died, or who has not. */
  readonly persons: readonly string[];
  /** What is over; absent with a death, which ends all that is theirs, and with a reversal. */
  readonly of?: { readonly is: Telling['is']; readonly ends: readonly string[] };
  /** The deaths of these persons that were told before were a mistake; nothing else is over. */
  readonly isReversal?: true;
  /** The last day; absent: it is over at once. */
  readonly until?: string;
}

/** The services that the journey asks, and all reports that there are, by which something is over. */
export function endingSources(compiled: CompiledJourney): readonly string[] {
  const { catalogue } = compiled;
  const ends = (contract: { readonly tells?: readonly Telling[] } | undefined): boolean =>
    contract?.tells?.some(telling => telling.ends) ?? false;
  return [
    ...compiled.services().filter(service => ends(catalogue.service(service))),
    ...catalogue
      .registerEvents()
      .flatMap(report => (ends(report) || tellsOfDeath(report) || reversesDeath(report) ? report.id : [])),
  ];
}

/** What the answers and reports of a journey end, whether or not the reader may see them: nothing is told of it but that it is gone. */
export function endingsIn(
  { record, compiled }: Pick<OpenedJourney, 'record' | 'compiled'>,
  tidings: readonly Tiding[],
): Ending[] {
  const { catalogue } = compiled;
  const asked = new Set<string>();
  return tidings.flatMap((tiding): Ending[] => {
    const { seq: entry, at, kind, subject: source, state } = tiding.entry;
    const head = { journey: record.id, entry, at, source };
    const report = tiding.asked ? undefined : catalogue.registerEvent(source);
    const deaths = report
      ? [
          ...deceasedIn(report.data, tiding.data).map(person => ({ ...head, persons: [person] })),
          ...aliveIn(report.data, tiding.data).map(person => {
            return { ...head, persons: [person], isReversal: true } as const;
          }),
        ]
      : [];
    const place = `${state} ${source}`;
    // What came late was taken by no state, and is kept for what it ends alone.
    if (kind !== 'late' && (state === undefined || asked.has(place))) return deaths;
    asked.add(place);
    const contract = report ?? catalogue.service(source);
    const body = report?.data ?? catalogue.service(source)?.answer ?? true;
    const said = (contract?.tells ?? []).flatMap((telling): Ending[] => {
      const { is, ends, period } = telling;
      if (!ends || !isTold(telling, body, tiding.data)) return [];
      const until = lastDayAt(tiding.data, period);
      const persons = partiesOf(telling, tiding).flat();
      return [{ ...head, persons, of: { is, ends }, ...(until !== undefined && { until }) }];
    });
    return [...deaths, ...said];
  });
}

/**
 * Those that hold, newest first: an end that was told is over where a later one ends it, as when the authority has changed its decision,
 * and a death where it was a mistake.
 */
export function inForce(endings: readonly Ending[]): Ending[] {
  const held: Ending[] = [];
  for (const ending of [...endings].sort(newestFirst)) {
    if (!held.some(later => lifts(later, ending))) held.push(ending);
  }
  return held.filter(({ isReversal }) => !isReversal);
}

/** Of the same time, as when both are told by one answer, in the order in which they are written. */
function newestFirst(one: Ending, other: Ending): number {
  return one.journey === other.journey ? other.entry - one.entry : other.at - one.at;
}

function lifts({ of: later, persons, entry, journey, isReversal }: Ending, ending: Ending): boolean {
  if (journey === ending.journey && entry === ending.entry) return false;
  const isLifted = isReversal
    ? ending.of === undefined
    : later !== undefined && later.is === ending.of?.is && later.ends.includes(ending.source);
  return isLifted && persons.some(person => ending.persons.includes(person));
}
