import { type Definition } from '#journey';
import { dateAt } from '#calendar';
import { momentOf } from './play-scenario.js';
import { type Scenario } from './scenario.js';

/**
 * The versions a scenario is played on, the oldest first: the one it names; else the one in force when it starts and every later one,
 * so that a new law need not copy what it leaves as it is; all of them when it says neither, for then it starts with each.
 *
 * @throws Error when `start` is no moment
 */
export function versionsFor(
  { start, version }: Scenario,
  definitions: readonly Definition[],
): readonly Definition[] {
  if (version !== undefined) return definitions.filter(({ effective }) => effective === version);
  if (start === undefined) return definitions;
  const day = dateAt(momentOf(start, 10));
  const first = definitions.findLastIndex(({ effective }) => effective <= day);
  return first < 0 ? [] : definitions.slice(first);
}
