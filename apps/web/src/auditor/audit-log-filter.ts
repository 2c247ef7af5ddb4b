import { addPeriod, isIsoDate } from '#calendar';
import { dateOf } from '../forms/read-form.js';
import { type AuditQuery } from '../rest/auditor-api.js';

/** Which entries are shown, as the address has it; days are `YYYY-MM-DD`, as far as they were typed. */
export interface AuditLogFilter {
  readonly hvem: string;
  readonly hvad: string;
  readonly fra: string;
  readonly til: string;
}

/** *Form binding* of the address. */
export function readAuditFilter(query: Readonly<Record<string, unknown>>): AuditLogFilter {
  const text = (name: string): string => {
    const value = query[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const day = (name: string): string => dateOf({ text }, name) ?? '';
  return { hvem: text('hvem'), hvad: text('hvad'), fra: day('fra'), til: day('til') };
}

/** Which of the two days does not exist. */
export function wrongDays({ fra, til }: AuditLogFilter): readonly ('fra' | 'til')[] {
  return [...(isDayOrNone(fra) ? [] : ['fra' as const]), ...(isDayOrNone(til) ? [] : ['til' as const])];
}

export function auditQuery({ hvem, hvad, fra, til }: AuditLogFilter): AuditQuery {
  return {
    ...(hvem !== '' && { role: hvem }),
    ...(hvad !== '' && { action: hvad }),
    ...(fra !== '' && { from: fra }),
    ...(til !== '' && til !== LAST_DAY && { before: addPeriod(til, 'P1D') }),
  };
}

/** The same as an address. */
export function auditSearch({ hvem, hvad, fra, til }: AuditLogFilter, after?: string): string {
  const given = Object.entries({
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
