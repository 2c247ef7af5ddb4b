import { addPeriod, isIsoDate } from '#calendar';
import { dateOf } from '../forms/read-form.js';
import { type AuditQuery } from '../rest/auditor-api.js';

/** Which entries are shown, as the address has it; days are `YYYY-MM-DD`, as far as they were typed. */
export interface AuditLogFilter {
  /** One who works here: `<role>:<id>`. */
  readonly af: string;
  readonly hvem: string;
  readonly hvad: string;
  readonly fra: string;
  readonly til: string;
}

const ACTOR = /^[a-z]{1,32}:[0-9a-z-]{1,64}$/;

/** *Form binding* of the address. */
export function readAuditFilter(query: Readonly<Record<string, unknown>>): AuditLogFilter {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const day = (name: string): string => dateOf({ text }, name) ?? '';
  const actor = text('af');
  return {
    af: ACTOR.test(actor) ? actor : '',
    hvem: text('hvem'),
    hvad: text('hvad'),
    fra: day('fra'),
    til: day('til'),
  };
}

/** Which of the two days does not exist. */
export function wrongDays({ fra, til }: AuditLogFilter): readonly ('fra' | 'til')[] {
  return [...(isDayOrNone(fra) ? [] : ['fra' as const]), ...(isDayOrNone(til) ? [] : ['til' as const])];
}

export function auditQuery({ af, hvem, hvad, fra, til }: AuditLogFilter): AuditQuery {
  return {
    ...(af !== '' && { actor: af }),
    ...(hvem !== '' && { role: hvem }),
    ...(hvad !== '' && { action: hvad }),
    ...(fra !== '' && { from: fra }),
    ...(til !== '' && til !== LAST_DAY && { before: addPeriod(til, 'P1D') }),
  };
}

/** The same as an address. */
export function auditSearch({ af, hvem, hvad, fra, til }: AuditLogFilter, after?: string): string {
  const given = Object.entries({
    af,
    hvem,
    hvad,
    ...dayParts('fra', fra),
    ...dayParts('til', til),
    efter: after,
  });
  const query = given.filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return query.length === 0 ? '' : `?${new URLSearchParams(query).toString()}`;
}

/** The calendar ends with it, and so nothing is after it. */
const LAST_DAY = '9999-12-31';

const isDayOrNone = (day: string): boolean => day === '' || isIsoDate(day);

function dayParts(name: string, day: string): Readonly<Record<string, string>> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year };
}
