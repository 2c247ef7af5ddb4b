import { dateInWords } from '#calendar';
import { useVisit } from '../../http/visit.js';
import { type AppointmentDocument } from '../../rest/documents.js';
import { CaseLink } from './case-link.js';

/** Where the reader is to be, the nearest day first. */
export function AppointmentList({ appointments }: { readonly appointments: readonly AppointmentDocument[] }) {
  const { words, language } = useVisit();
  if (appointments.length === 0) return null;
  return (
    <section>
      <h2>{words.overview.appointments}</h2>
      <ul class="work nobullet-list">
        {appointments.map(({ id, title, start, place, authorityName, journey }) => (
          <li key={id}>
            <strong>{title}</strong>: {dateInWords(start)[language]}
            <p class="message-line">
              {authorityName}
              {place !== undefined && `. ${words.overview.place(place)}`} · <CaseLink journey={journey} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
