import { checkJourney } from '#workshop';
import { fixtureCatalogue } from '../../../libs/workshop/src/check/fixtures/fixture-catalogue.js';
import { type Shape, SHAPES, sizedJourney } from '../../../libs/workshop/src/check/fixtures/sized-journey.js';
import { median } from '../statistics.js';

export interface Checked {
  readonly shape: Shape;
  readonly states: number;
  /** Median milliseconds of a check, reading included. */
  readonly milliseconds: number;
  /** Median milliseconds of processor time, with that of the garbage collector's threads. */
  readonly processor: number;
  /** Of processor time, to the size before, of the same shape; NaN for the first. */
  readonly ratio: number;
}

/** The check of journeys by shape and size, one after the other in one thread. */
export function check(sizes: readonly number[], rounds: number): Checked[] {
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
