import { dateInWords } from '#calendar';
import { nameAlone } from '#journey';
import { useVisit } from '../../http/visit.js';
import { type AppointmentDocument } from '../../rest/documents.js';
import { NamedAuthority } from '../named-authority.js';
import { OverviewSection } from './overview-section.js';
import { sameTitled } from './same-titled.js';

/** Where the reader is to be, the nearest day first. */
export function AppointmentList({ appointments }: { readonly appointments: readonly AppointmentDocument[] }) {
  const { words, language } = useVisit();
  const alike = sameTitled(appointments);
  const items = appointments.map(appointment => {
    const { id, title, text, start, place, authorityName, journey } = appointment;
    const of = alike.has(appointment) ? (
      <NamedAuthority name={authorityName} text={text} />
    ) : (
      nameAlone(authorityName)
    );
    const content = (
      <>
        <strong>{title}</strong>: {dateInWords(start)[language]}
        <p class="message-line">
          {of}
          {place !== undefined && `. ${words.overview.place(place)}`}
        </p>
      </>
    );
    return { key: id, journey, content };
  });
  return <OverviewSection heading={words.overview.appointments} items={items} />;
}
