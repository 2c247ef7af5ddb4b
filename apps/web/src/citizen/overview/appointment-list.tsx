import { dateInWords } from '#calendar';
import { useVisit } from '../../http/visit.js';
import { type AppointmentDocument } from '../../rest/documents.js';
import { CaseLine } from './case-line.js';
import { OverviewSection } from './overview-section.js';

/** Where the reader is to be, the nearest day first. */
export function AppointmentList({ appointments }: { readonly appointments: readonly AppointmentDocument[] }) {
  const { words, language } = useVisit();
  if (appointments.length === 0) return null;
  return (
    <OverviewSection heading={words.overview.appointments}>
      {appointments.map(({ id, title, start, place, authorityName, journey }) => (
        <li key={id}>
          <strong>{title}</strong>: {dateInWords(start)[language]}
          <CaseLine
            journey={journey}
            before={`${authorityName}${place === undefined ? '' : `. ${words.overview.place(place)}`} ·`}
          />
        </li>
      ))}
    </OverviewSection>
  );
}
