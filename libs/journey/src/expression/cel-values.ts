import { isIsoDate, isPeriod } from '#calendar';
import { type PersonId } from '../journey-state.js';

/** A value is not what its type says. The message never holds the value: it may be personal and ends up in logs. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
}

/** A calendar date inside an expression. */
export class CalendarDate {
  constructor(readonly iso: string) {}

  static parse(text: string): CalendarDate {
    if (!isIsoDate(text)) throw new ValueError('a text is no date (YYYY-MM-DD)');
    return new CalendarDate(text);
  }
}

/** A calendar period inside an expression, e.g. `P30D`. */
export class CalendarPeriod {
  constructor(readonly iso: string) {}

  static parse(text: string): CalendarPeriod {
    if (!isPeriod(text)) throw new ValueError('a text is no period (P14D, P6W, P3M)');
    return new CalendarPeriod(text);
  }
}

/** A reference to a person: what stands where a contract or form says `format: cpr`. */
export class Person {
  constructor(readonly id: PersonId) {}
}

/** A document that somebody has attached, by its id: it can be asked for and passed on, and nothing else. */
export class AttachedFile {
  constructor(readonly id: string) {}
}

/** Somebody in a role. */
export class RoleHolder {
  readonly cpr: Person;
  constructor(readonly id: PersonId) {
    this.cpr = new Person(id);
  }
}
