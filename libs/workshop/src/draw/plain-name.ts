import { type DrawingWords } from './drawing-words.js';

/** A camelCase name as words: `withPartner` → `with partner`. */
export function plainName(name: string): string {
  return name.replace(
    /([a-z0-9])([A-Z])/g,
    (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
  );
}

/** The name of a condition or delay that belongs to a part or a state, as it was written there: `aftermath.spouse.wantsName` → `wants name`. */
export function ownName(name: string): string {
  return plainName(
    name
      .replace(/\.\d+$/, '')
      .split('.')
      .at(-1) ?? name,
  );
}

/** The same with a capital first letter, for headings. */
export function heading(name: string): string {
  const words = plainName(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An ISO 8601 duration in words, `P1Y6M` → `1 year 6 months`. */
export function periodWords(period: string, words: DrawingWords): string {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    period,
  );
  if (!parts) return period;
  const units = ['Y', 'M', 'W', 'D', 'h', 'm', 's'] as const;
  return units
    .flatMap((unit, index) => {
      const count = parts[index + 1];
      return count === undefined ? [] : [`${count} ${words.units[unit][Number(count) === 1 ? 0 : 1]}`];
    })
    .join(' ');
}
