import { type Hours, type Weekday } from '#journey';

/** Opening hours as a contract writes them, `08:00-16:00` by day of the week, as their two ends. */
export function openingHours(written: Readonly<Partial<Record<Weekday, string>>>): Hours {
  return Object.fromEntries(
    Object.entries(written).map(([day, hours]) => {
      const [from = '', until = ''] = hours.split('-');
      return [day, { from, until }];
    }),
  );
}
