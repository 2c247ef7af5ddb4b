import { didYouMean } from '#journey';
import { isPeriod } from '#calendar';
import { type Rule } from '../rule.js';

export const unknownDelay: Rule = {
  code: 'unknown-delay',
  title: 'a timer runs for an ISO 8601 duration or a declared delay',
  severity: 'error',
  *find(context) {
    const { delays } = context.definition;
    const uses = context.states.flatMap(state => [
      ...new Map(
        state.transitions.flatMap(({ trigger }) =>
          trigger.kind === 'after'
            ? [
                [
                  trigger.delay,
                  { delay: trigger.delay, place: context.at(...state.at, 'after', trigger.delay), key: true },
                ],
              ]
            : [],
        ),
      ).values(),
      ...(state.task?.due === undefined
        ? []
        : [{ delay: state.task.due, place: context.at(...state.task.at, 'due'), key: false }]),
    ]);
    for (const { delay, place, key } of uses) {
      if (isPeriod(delay) || Object.hasOwn(delays, delay)) continue;
      yield {
        place,
        key,
        message: `${delay} is neither a duration nor a declared delay; a timer on it would fire at once.`,
        remedy: didYouMean(
          delay,
          Object.keys(delays),
          'Write a duration such as P30D, or declare it under delays.',
        ),
      };
    }
  },
};
