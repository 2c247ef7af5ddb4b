import { isPeriod } from '#calendar';
import { type Place } from '#journey';
import { mayBeShorter } from '../periods/compare-periods.js';
import { delayPeriods } from '../periods/delay-periods.js';
import { type CheckContext } from '../check-context.js';
import { type Rule } from '../rule.js';
import { triggerPlace } from '../transition-place.js';

const A_LIFE = 'P100Y';
const A_LONG_WAIT = 'P20Y';

/** Beyond the year 9999 a journey could not go on at all. */
export const tooLong: Rule = {
  code: 'period-too-long',
  title: 'a period is no longer than a life',
  severity: 'error',
  *find(context) {
    for (const { period, place, key } of writtenPeriods(context)) {
      if (!mayBeShorter(A_LIFE, period)) continue;
      yield {
        place,
        key,
        message: `${period} is longer than anybody lives.`,
        remedy: 'Write the period that is meant.',
      };
    }
  },
};

export const farFuture: Rule = {
  code: 'far-future',
  title: 'a timer goes off while the matter still matters',
  severity: 'warning',
  *find(context) {
    for (const { state, transition } of context.transitions) {
      const { trigger } = transition;
      if (trigger.kind !== 'after') continue;
      const long = delayPeriods(context.definition, trigger.delay)?.find(
        period => mayBeShorter(A_LONG_WAIT, period) && !mayBeShorter(A_LIFE, period),
      );
      if (long === undefined) continue;
      yield {
        place: triggerPlace(context, state, transition),
        key: true,
        message: `${state.path || 'The machine'} waits ${long} here.`,
        remedy: 'Write the period that is meant, or let something else end the wait.',
      };
    }
  },
};

/** Every period that a designer has written down, each where it stands. */
function writtenPeriods(context: CheckContext): { period: string; place: Place; key: boolean }[] {
  const { parameters, sources, retention } = context.definition;
  const found: { period: unknown; place: Place; key: boolean }[] = [];
  for (const [name, { values }] of Object.entries(parameters)) {
    for (const [index, { value }] of values.entries()) {
      const path = [name, 'values', index, 'value'];
      if (sources.parameters)
        found.push({ period: value, place: { source: sources.parameters, path }, key: false });
    }
  }
  for (const { state, transition } of context.transitions) {
    const { trigger } = transition;
    if (trigger.kind !== 'after') continue;
    found.push({ period: trigger.delay, place: triggerPlace(context, state, transition), key: true });
  }
  for (const { task } of context.states) {
    if (task?.due) found.push({ period: task.due, place: context.at(...task.at, 'due'), key: false });
  }
  found.push({ period: retention?.for, place: context.at('retention', 'for'), key: false });
  return found.flatMap(({ period, ...where }) =>
    typeof period === 'string' && isPeriod(period) ? { period, ...where } : [],
  );
}
