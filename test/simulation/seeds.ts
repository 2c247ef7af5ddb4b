import { type Property } from '../auditor/index.js';
import { type Setting } from './setting.js';
import { type Run, simulate } from './simulate.js';
import { type Mistake } from './simulated-process.js';

/** Lines of the trace that are told of a run that failed. */
const TAIL = 60;

/** Runs seeds from `first` on; what it has seen of journeys is for those who want to know that the runs reach far. */
export async function runSeeds(
  first: number,
  count: number,
  seen: (run: Run) => void,
  setting?: Setting,
): Promise<void> {
  for (let seed = first; seed < first + count; seed += 1) {
    const run = await simulate(seed, {}, setting);
    seen(run);
    if (run.findings.length > 0) throw new Error(told(seed, run));
  }
}

/** @returns the first seed from 1 on, up to `most`, whose audit finds that one of these properties does not hold */
export async function firstToFind(
  mistake: Mistake,
  properties: readonly Property[],
  most: number,
): Promise<number | undefined> {
  for (let seed = 1; seed <= most; seed += 1) {
    const { findings } = await simulate(seed, mistake);
    if (findings.some(({ property }) => properties.includes(property))) return seed;
  }
  return undefined;
}

function told(seed: number, { findings, world }: Run): string {
  const broken = findings.map(finding => `  ${JSON.stringify(finding)}`).join('\n');
  return `seed ${seed} (OVERGANG_SEED=${seed} runs it again, with its whole trace)\n${broken}\n${world.trace.tail(TAIL)}`;
}
