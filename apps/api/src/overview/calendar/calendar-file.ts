import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { type Language } from '#journey';
import { type OverviewPart } from '../describe-overview.js';

const PRODUCT = { company: 'Overgang', product: 'Overgang' } as const;
/** How often a calendar should look again, in seconds. */
const SIX_HOURS = 21_600;

const WORDS: Readonly<
  Record<
    Language,
    {
      readonly name: string;
      readonly lastDay: (title: string) => string;
      readonly appointment: (reference: string) => string;
      readonly more: (reference: string) => string;
    }
  >
> = {
  da: {
    name: 'Mine frister og aftaler',
    lastDay: title => `Sidste dag: ${title}`,
    appointment: reference => `Aftale i sag ${reference}`,
    more: reference => `Log på for at læse mere. Sagsnummeret er ${reference}.`,
  },
  en: {
    name: 'My deadlines and appointments',
    lastDay: title => `Last day: ${title}`,
    appointment: reference => `Appointment in case ${reference}`,
    more: reference => `Sign in to read more. The case number is ${reference}.`,
  },
};

/** Whose calendar it is, and when. */
export interface CalendarScene {
  readonly person: string;
  readonly language: Language;
  readonly now: number;
}

/**
 * A calendar of somebody's deadlines and appointments (iCalendar, RFC 5545). It leaves our hands for that of whoever keeps their
 * calendar: of a task it has the title, of an appointment the day and the number of the case.
 */
export function calendarFile(
  { tasks, appointments }: Pick<OverviewPart, 'tasks' | 'appointments'>,
  { person, language, now }: CalendarScene,
): string {
  const words = WORDS[language];
  const calendar = ical({
    name: words.name,
    prodId: { ...PRODUCT, language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: SIX_HOURS,
  });
  const add = (id: string, day: string, summary: string, reference: string, busy: boolean): void => {
    calendar.createEvent({
      id: uidOf(`${person} ${id}`),
      stamp: new Date(now),
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      summary,
      description: words.more(reference),
      transparency: busy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    });
  };
  for (const { journey, task, title, lastDay } of tasks) {
    if (lastDay === undefined) continue;
    add(`task ${journey.id} ${task}`, lastDay, words.lastDay(title), journey.reference, false);
  }
  for (const { journey, id, start } of appointments) {
    add(`appointment ${id}`, start, words.appointment(journey.reference), journey.reference, true);
  }
  // Every line ends, the last one too (section 3.1).
  return `${calendar.toString()}\r\n`;
}

/** The same as long as it is about the same, and tells nothing of it. */
function uidOf(name: string): string {
  return `${createHash('sha256').update(name).digest('hex').slice(0, 32)}@overgang`;
}
