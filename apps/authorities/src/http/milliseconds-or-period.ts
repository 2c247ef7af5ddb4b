import { ValidateBy } from 'class-validator';
import { isPeriod } from '#calendar';

export const TEN_MINUTES = 600_000;

/** A wait: milliseconds up to ten minutes, or a period of the calendar. */
export const IsMillisecondsOrPeriod = (): PropertyDecorator =>
  ValidateBy({
    name: 'millisecondsOrPeriod',
    validator: {
      validate: value =>
        typeof value === 'string'
          ? isPeriod(value)
          : Number.isInteger(value) && (value as number) >= 0 && (value as number) <= TEN_MINUTES,
      defaultMessage: args =>
        `${args?.property} must be whole milliseconds up to ${TEN_MINUTES}, or a period such as P3W`,
    },
  });
