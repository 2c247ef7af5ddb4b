import { addPeriod, birthday, type IsoDate, subtractPeriod } from '#calendar';
import { type JsonObject } from '#statechart';
import { type NamedResident, type Population } from './population.js';

/** What a register reports of somebody on a day because time has passed. */
export interface Milestone {
  /** `<authority>.<event>` */
  readonly event: string;
  readonly on: IsoDate;
  /** The same however often it is computed. */
  readonly id: string;
  readonly data: JsonObject;
}

/** Pension age by the first day of birth that it holds for (Pensionsloven § 1 a), in years. */
const PENSION_AGES: readonly (readonly [IsoDate, number])[] = [
  ['1900-01-01', 65],
  ['1955-07-01', 67],
  ['1963-01-01', 68],
  ['1967-01-01', 69],
  ['1971-01-01', 70],
];

/** From when on a pension can be applied for before the age is reached. */
const PENSION_NEAR = 'P6M';

/** The birthdays that change what the law lets a person do, and the half year before their pension. */
export function milestonesOf(population: Population): readonly Milestone[] {
  return population.people
    .filter(({ died }) => died === undefined)
    .flatMap(person => [reached(person, 15, population), reached(person, 18, population), pension(person)]);
}

function reached(person: NamedResident, age: number, population: Population): Milestone {
  const on = birthday(person.born, age);
  const { municipality } = population.homeOf(person);
  return {
    event: 'cpr.birthdayReached',
    on,
    id: `birthday-${person.name}-${age}`,
    data: { person: person.cpr, age, on, municipality },
  };
}

function pension({ cpr, born, name }: NamedResident): Milestone {
  const pensionAge = PENSION_AGES.findLast(([from]) => from <= born)?.[1] ?? 65;
  const reachedOn = birthday(born, pensionAge);
  const payableFrom = addPeriod(`${reachedOn.slice(0, 7)}-01`, 'P1M');
  return {
    event: 'udbetalingDanmark.pensionAgeNear',
    on: subtractPeriod(reachedOn, PENSION_NEAR),
    id: `pension-${name}`,
    data: { person: cpr, pensionAge, reachedOn, payableFrom },
  };
}
