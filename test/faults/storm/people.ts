import { type Catalogue } from '#authorities';

/** The registers' examples are told of her: whoever asks stands in her place in what they answer. */
export const ANNA = '6110851234';

/** CPR numbers of so many citizens; replacement numbers (the day is 60 too high), so that they are nobody's. */
export function citizens(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const day = 61 + (index % 28);
    const month = String(1 + (index % 12)).padStart(2, '0');
    return `${day}${month}91${String(4000 + index)}`;
  });
}

/** Everybody else whom the registers of the catalogue know: whom a citizen is married to, has children with, inherits with. */
export function relatives(catalogue: Catalogue): readonly string[] {
  const told = JSON.stringify(catalogue.services().map(({ example }) => example));
  const numbers = new Set(Array.from(told.matchAll(/"([0-9]{10})"/g), match => match[1]!));
  numbers.delete(ANNA);
  return [...numbers].sort();
}
