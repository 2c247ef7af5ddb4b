import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalogue } from '#authorities';
import { everyState, isError, journeyIds, readJourneyFolder } from '#journey';
import { checkJourney, checkWhole } from '#workshop';
import { fixtureCatalogue } from '../../../libs/workshop/src/check/fixtures/fixture-catalogue.js';
import { type Shape, SHAPES, sizedJourney } from '../../../libs/workshop/src/check/fixtures/sized-journey.js';
import { median } from '../statistics.js';

export interface Checked {
  /** Of a journey of this project: its id. */
  readonly shape: Shape | string;
  readonly states: number;
  /** Median milliseconds of a check, reading included. */
  readonly milliseconds: number;
  /** Median milliseconds of processor time, with that of the garbage collector's threads. */
  readonly processor: number;
  /** Of processor time, to the size before, of the same shape; NaN for the first, and for a journey. */
  readonly ratio: number;
}

/** The check of journeys by shape and size, and of this project's own with their scenarios, one after the other in one thread. */
export async function check(sizes: readonly number[], rounds: number): Promise<Checked[]> {
  return [...checkSized(sizes, rounds), ...(await checkOwn())];
}

/** Every journey of this project with its scenarios, once each and in one thread, as they are checked before a release. */
async function checkOwn(): Promise<Checked[]> {
  const folder = fileURLToPath(new URL('../../../journeys/', import.meta.url));
  const catalogue = Catalogue.load();
  const checked: Checked[] = [];
  for (const id of await journeyIds(folder)) {
    const files = await readJourneyFolder(join(folder, id));
    const [began, used] = [performance.now(), process.cpuUsage()];
    const { definitions, diagnostics } = checkWhole(id, files, catalogue);
    if (definitions.length === 0)
      throw new Error(`${id} is not sound: ${diagnostics.find(isError)?.message}`);
    const { user, system } = process.cpuUsage(used);
    const [milliseconds, processor] = [performance.now() - began, (user + system) / 1_000];
    const states = definitions.reduce(
      (sum, { definition }) => sum + everyState(definition.machine).length,
      0,
    );
    checked.push({ shape: id, states, milliseconds, processor, ratio: NaN });
  }
  const sum = (of: 'states' | 'milliseconds' | 'processor'): number =>
    checked.reduce((total, each) => total + each[of], 0);
  const all = { states: sum('states'), milliseconds: sum('milliseconds'), processor: sum('processor') };
  return [...checked, { shape: 'all journeys', ...all, ratio: NaN }];
}

function checkSized(sizes: readonly number[], rounds: number): Checked[] {
  const catalogue = fixtureCatalogue();
  const time = (shape: Shape, states: number) => {
    const files = sizedJourney(shape, states);
    const [began, used] = [performance.now(), process.cpuUsage()];
    const { definitions } = checkJourney('sized', files, catalogue);
    if (definitions.length !== 1) throw new Error(`The ${shape} of ${states} states is not sound.`);
    const { user, system } = process.cpuUsage(used);
    return { milliseconds: performance.now() - began, processor: (user + system) / 1_000 };
  };
  return SHAPES.flatMap(shape => {
    time(shape, sizes[0] ?? 0); // what is compiled once
    let before = NaN;
    return sizes.map(states => {
      const times = Array.from({ length: rounds }, () => time(shape, states));
      const milliseconds = median(times.map(each => each.milliseconds));
      const processor = median(times.map(each => each.processor));
      const ratio = processor / before;
      before = processor;
      return { shape, states, milliseconds, processor, ratio };
    });
  });
}
