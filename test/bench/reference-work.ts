/** Journeys of `steps` dispatches each, one after the other, so many of them at once. */
export interface Work {
  readonly journeys: number;
  readonly atOnce: number;
  readonly steps: number;
}

export interface WorkDone {
  readonly seconds: number;
  readonly stepsPerSecond: number;
  /** Microseconds of this process's processors for each step. */
  readonly cpu: number;
}

/** Does the work: `journey` resolves when one has ended. */
export async function inFlight(
  { journeys, atOnce, steps }: Work,
  journey: (number: number) => Promise<void>,
): Promise<WorkDone> {
  const began = performance.now();
  const cpu = process.cpuUsage();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < journeys) await journey(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const all = journeys * steps;
  return { seconds, stepsPerSecond: all / seconds, cpu: (user + system) / all };
}
