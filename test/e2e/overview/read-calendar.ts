/** Longest line in octets, without its end (RFC 5545, section 3.1). */
const LONGEST = 75;
const LINE = /^([A-Z-]+)((?:;[A-Z-]+=(?:[^";:,]+|"[^"]*"))*):(.*)$/s;

/** An event of a calendar: its properties, unfolded and unescaped. */
export type CalendarEvent = Readonly<Record<string, string>>;

/**
 * Reads a calendar as strictly as RFC 5545 is written.
 *
 * @throws Error naming what is wrong with it
 */
export function readCalendar(text: string): readonly CalendarEvent[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end');
  const raw = text.slice(0, -2).split('\r\n');
  for (const line of raw) {
    if (/[\r\n]/.test(line)) throw new Error(`a line break alone: ${JSON.stringify(line)}`);
    if (Buffer.byteLength(line) > LONGEST) throw new Error(`longer than ${LONGEST} octets: ${line}`);
  }
  const lines = raw
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(propertyOf);
  const [begin, version, product] = lines;
  const end = lines.at(-1);
  if (begin?.name !== 'BEGIN' || begin.value !== 'VCALENDAR') throw new Error('begins with no calendar');
  if (end?.name !== 'END' || end.value !== 'VCALENDAR') throw new Error('ends with no calendar');
  if (version?.value !== '2.0' || !product?.value.startsWith('-//')) throw new Error('no VERSION and PRODID');
  const events: Record<string, string>[] = [];
  let open: Record<string, string> | undefined;
  for (const { name, value } of lines.slice(1, -1)) {
    if (name === 'BEGIN') {
      if (value !== 'VEVENT' || open) throw new Error(`${value} begins where it may not`);
      open = {};
    } else if (name === 'END') {
      if (value !== 'VEVENT' || !open) throw new Error(`${value} ends where it may not`);
      for (const needed of ['UID', 'DTSTAMP', 'DTSTART']) {
        if (open[needed] === undefined) throw new Error(`an event without ${needed}`);
      }
      events.push(open);
      open = undefined;
    } else if (open) {
      if (open[name] !== undefined) throw new Error(`${name} twice in an event`);
      open[name] = value;
    }
  }
  const uids = events.map(({ UID }) => UID);
  if (new Set(uids).size !== uids.length) throw new Error('two events of one UID');
  return events;
}

function propertyOf(line: string): { readonly name: string; readonly value: string } {
  const [, name, , value] = LINE.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`no property: ${line}`);
  const unescaped = value.replaceAll(/\\([\\;,nN])/g, (_, char: string) =>
    char.toLowerCase() === 'n' ? '\n' : char,
  );
  return { name, value: unescaped };
}
