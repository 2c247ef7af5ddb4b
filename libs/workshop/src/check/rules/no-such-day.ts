import { isIsoDate } from '#calendar';
import { type Json } from '#statechart';
import { type Place } from '#journey';
import { type CheckContext } from '../check-context.js';
import { type Rule } from '../rule.js';

const DATE_LIKE = /^\d{4}-\d{2}-\d{2}$/;

export const noSuchDay: Rule = {
  code: 'no-such-day',
  title: 'a date is a day of the calendar',
  severity: 'error',
  *find(context) {
    for (const { date, place } of writtenDates(context)) {
      if (typeof date !== 'string' || !DATE_LIKE.test(date) || isIsoDate(date)) continue;
      yield { place, message: `There is no day ${date}.`, remedy: 'Write a day of the calendar.' };
    }
  },
};

function* writtenDates({ definition }: CheckContext): Generator<{ date: Json | undefined; place: Place }> {
  const { effective, parameters, sources } = definition;
  yield { date: effective, place: { source: sources.main, path: ['effective'] } };
  if (!sources.parameters) return;
  for (const [name, { values }] of Object.entries(parameters)) {
    for (const [index, value] of values.entries()) {
      for (const member of ['from', 'until', 'value'] as const) {
        const path = [name, 'values', index, member];
        yield { date: value[member], place: { source: sources.parameters, path } };
      }
    }
  }
}
