import { dateInWords } from '#calendar';
import { nameAlone } from '#journey';
import { useVisit } from '../../http/visit.js';
import { type AppointmentDocument } from '../../rest/documents.js';
import { OverviewSection } from './overview-section.js';

/** Where the reader is to be, the nearest day first. */
export function AppointmentList({ appointments }: { readonly appointments: readonly AppointmentDocument[] }) {
  const { words, language } = useVisit();
  const items = appointments.map(({ id, title, start, place, authorityName, journey }) => ({
    key: id,
    journey,
    content: (
      <>
        <strong>{title}</strong>: {dateInWords(start)[language]}
        <p class="message-line">
          {nameAlone(authorityName)}
          {place !== undefined && `. ${words.overview.place(place)}`}
        </p>
      </>
    ),
  }));
  return <OverviewSection heading={words.overview.appointments} items={items} />;
}
