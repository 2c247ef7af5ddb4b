import { type World } from '../world.js';
import { acknowledgedExists, acknowledgedIsJournalled } from './acknowledged.js';
import { disclosuresFitTheLedger } from './disclosures.js';
import { type Case, casesOf, type Moment } from './evidence.js';
import { dispatchesAreAsJournalled, journalGivesTheState, journalIsComplete } from './journal.js';
import { answersAreTheAuthorities, cancelledIsUndoneOnce, effectsWereAskedFor } from './ledger.js';
import { tablesFitTheState } from './tables.js';
import { waitsForSomethingNamed } from './waiting.js';

/** A property that does not hold, and where. */
export interface Finding {
  readonly property: string;
  readonly what: string;
}

/** What must hold for every journey, whatever went wrong on the way. */
const OF_EACH_JOURNEY: Readonly<Record<string, (of: Case) => Iterable<string>>> = {
  'the journal is complete': journalIsComplete,
  'the journal gives the state': journalGivesTheState,
  'dispatches are as journalled': dispatchesAreAsJournalled,
  'the tables fit the state': tablesFitTheState,
  'a journey waits for something named': waitsForSomethingNamed,
  'effects were asked for, and as they came': effectsWereAskedFor,
  "answers are the authorities' own, applied once": answersAreTheAuthorities,
  'what was cancelled is undone once': cancelledIsUndoneOnce,
  'disclosures fit the ledger': disclosuresFitTheLedger,
  'what was acknowledged is journalled': acknowledgedIsJournalled,
};

const OF_THE_WORLD: Readonly<Record<string, (world: World) => Iterable<string>>> = {
  'what was acknowledged is journalled': acknowledgedExists,
  'the tables fit the state': ({ misfits }) => misfits,
  'rings name what is stored': ringsNameWhatIsStored,
  'nothing is without its journey': nothingWithoutJourney,
};

export function audit(world: World, moment: Moment): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [property, broken] of Object.entries(OF_THE_WORLD)) {
    for (const what of broken(world)) findings.push({ property, what });
  }
  for (const of of casesOf(world, moment)) {
    for (const [property, broken] of Object.entries(OF_EACH_JOURNEY)) {
      for (const what of broken(of)) findings.push({ property, what: `${of.row.id}: ${what}` });
    }
  }
  return findings;
}

/** A ring that comes before its commit finds nothing, or something that never came to be. */
function* ringsNameWhatIsStored({ queue }: World): Iterable<string> {
  for (const dispatch of queue.rungInVain) yield `${dispatch} was rung for before it was stored`;
}

function* nothingWithoutJourney({ stores: { tables }, authorities }: World): Iterable<string> {
  const known = [...tables.journeys.keys()];
  const stray = (id: string) => !known.some(journey => id.startsWith(journey));
  for (const key of authorities.ledger.keys()) if (stray(key)) yield `ledger: ${key}`;
  for (const { id } of tables.dispatches.values()) if (stray(id)) yield `dispatch: ${id}`;
  for (const { journey } of tables.timers.values()) if (stray(journey)) yield `timer of ${journey}`;
}
