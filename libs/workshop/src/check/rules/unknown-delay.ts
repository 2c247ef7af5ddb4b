import { didYouMean, isSlip } from '#journey';
import { isPeriod } from '#calendar';
import { type Rule } from '../rule.js';

export const unknownDelay: Rule = {
  code: 'unknown-delay',
  title: 'a timer runs for an ISO 8601 duration or a declared delay',
  severity: 'error',
  *find(context) {
    const { delays, parameters } = context.definition;
    const durations = Object.keys(parameters).filter(name =>
      parameters[name]?.values.every(({ value }) => typeof value === 'string' && isPeriod(value)),
    );
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
      yield Object.hasOwn(parameters, delay)
        ? {
            place,
            key,
            message: `The parameter ${delay} is no duration; a timer on it would fire at once.`,
            remedy:
              'Write its values in parameters.yaml as durations, such as P30D (30 days) or P2M (2 months).',
          }
        : {
            place,
            key,
            message: `${delay} is neither a duration nor a declared delay; a timer on it would fire at once.`,
            remedy: didYouMean(
              delay,
              [...Object.keys(delays), ...durations].filter(name => isSlip(delay, [name])),
              'Write a duration such as P30D, or declare it under delays or as a parameter.',
            ),
          };
    }
  },
};
