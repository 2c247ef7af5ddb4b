import { type Catalogue } from '#authorities';
import { SAMPLE_PEOPLE } from '../sample-people.js';
import { startStandalone, type StandaloneOptions } from '../start-standalone.js';
import { departures, entriesOf, writtenIn } from './departures.js';
import { moveInWords, Narrator } from './narrator.js';
import { CprNumbers } from './numbers.js';
import { type Play } from './play.js';
import { disagreements } from './reckoning.js';
import { peopleOf, RestPlay, type Shown } from './rest-play.js';

/** What came of playing a scenario over REST. */
export interface Showing {
  /** Everything that REST showed otherwise than virtual time has it; empty when the scenario holds. */
  readonly faults: readonly string[];
  readonly shown: Shown;
  /** The journal as virtual time and as REST have it: when, of which kind, about what. */
  readonly journals: { readonly virtual: readonly string[]; readonly rest: readonly string[] };
}

/** Starts the whole system on the day on which a scenario begins, and plays it over REST, up to the first step that goes wrong. */
export async function show(
  play: Play,
  catalogue: Catalogue,
  options: Omit<StandaloneOptions, 'standsAt' | 'people'>,
  print: (line: string) => void,
): Promise<Showing> {
  const numbers = new CprNumbers();
  const others = [...peopleOf(play)].filter(name => !SAMPLE_PEOPLE.some(known => known.name === name));
  const people = others.map(name => ({ name, cpr: numbers.of(name), roles: ['citizen'] as const }));
  const running = await startStandalone({ ...options, standsAt: play.start, people });
  try {
    const rest = await RestPlay.open(play, running, catalogue, numbers);
    const narrator = new Narrator(print);
    const { steps } = play.result;
    const virtual: string[] = [];
    let shown: Shown | undefined;
    const so = (faults: readonly string[]): Showing => ({
      faults,
      shown: shown!,
      journals: { virtual, rest: writtenIn(shown!, undefined, play.journey) },
    });
    for (const [number, step] of steps.entries()) {
      const title = play.journey.definition.title.da;
      narrator.did(moveInWords(step.move, play.scenario.applicant, title, shown), step.at);
      const before = shown;
      shown = await rest.make(number);
      narrator.reads(shown);
      const faults = departures(step, shown, steps[number - 1], before, play.journey);
      virtual.push(...entriesOf(step, steps[number - 1]?.state, play.journey));
      if (faults.length > 0) return so(faults);
    }
    const { dispatches } = shown!.ops;
    const ledger = await rest.control.ledger(rest.id);
    print(
      `\n${dispatches.length} requests to ${new Set(dispatches.map(({ authority }) => authority)).size} authorities; their ledgers have ${ledger.length} entries.`,
    );
    return so(disagreements(dispatches, ledger));
  } finally {
    await running.close();
  }
}
