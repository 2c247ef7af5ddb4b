import { fileURLToPath } from 'node:url';
import { compileJourney, readJourney, readJourneyFolder } from '#journey';
import { soundDefinition } from '#workshop';
import { DELIVERED } from './authorities.js';
import { catalogue } from './catalogue.js';
import { type Setting, type SimulatedDefinition } from './setting.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

async function definition(id: string): Promise<SimulatedDefinition> {
  const sources = await readJourneyFolder(fileURLToPath(new URL(`journeys/${id}/`, import.meta.url)));
  const { definitions, diagnostics } = readJourney(sources);
  const [first] = definitions;
  if (!first || diagnostics.length > 0) throw new Error(`journey ${id}: ${JSON.stringify(diagnostics)}`);
  const compiled = compileJourney(soundDefinition(first, catalogue));
  return { compiled, stored: { id, hash: first.hash, effective: first.effective, sources } };
}

/** Compiled once: every run of every seed uses them. */
export const DEFINITIONS = await Promise.all(
  ['settling', 'interrupted', 'errand', 'sending'].map(definition),
);

/** Journeys in which as much as can happen at once does, in few steps. */
export const SMALL: Setting = {
  catalogue,
  definitions: DEFINITIONS,
  start: Date.parse('2025-03-01T09:00:00Z'),
  refuses: 0.2,
  pace: {
    storms: [2 * HOUR, 2 * DAY, 20 * DAY],
    stormSteps: 2_500,
    mostSteps: 30_000,
    times: [2, 7],
    pauses: [1_000, 10_000, 5 * MINUTE, 2 * HOUR, DAY, 4 * DAY],
    cancels: 0.08,
    keen: 0,
    reports: 1,
    news: [MINUTE, HOUR, DAY, 3 * DAY],
    // No wait of the journeys is longer, one after the other.
    afterwards: 200 * DAY,
    goesOn: 0.25,
    moment: 'at the end',
  },
  compiledBy: hash => {
    const found = DEFINITIONS.find(({ stored }) => stored.hash === hash);
    if (!found) throw new Error(`there is no definition ${hash}`);
    return found.compiled;
  },
  scene: ({ random, now }) => {
    const start = now();
    let answers = 0;
    return {
      citizen: which => `citizen-${which}`,
      begins: () => random.pick(DEFINITIONS),
      others: (person, count, journey) => (journey === 'settling' ? [`${person}-partner-${count}`] : []),
      filledIn: ({ form }, _person, [partner]) => {
        if (form === 'grant') return { income: random.whole(0, 30_000) };
        if (form !== 'place') return { agrees: true };
        const date = new Date(start + random.whole(1, 60) * DAY).toISOString().slice(0, 10);
        const street = `Vej ${random.whole(1, 99)}`;
        return random.happens(0.5) && partner !== undefined ? { street, date, partner } : { street, date };
      },
      faults: () => [],
      says: ({ service, input }) => {
        const reference = `R-${(answers += 1)}`;
        if (service === 'digitalPost.deliver') return { answer: DELIVERED };
        return { answer: (input as { readonly undoes?: string }).undoes === undefined ? { reference } : {} };
      },
      done: () => undefined,
      report: person => ({
        authority: 'registry',
        type: 'registry.registered',
        id: `${person}-${random.whole(1, 2)}`,
        data: { reference: 'B-1' },
        persons: [person],
      }),
    };
  },
};
