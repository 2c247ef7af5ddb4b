import { useWords } from '../../http/visit.js';
import { type ContactDocument } from '../../rest/documents.js';

/** How an authority is reached, and when its telephone is answered. */
export function ContactLines({ contact }: { readonly contact: ContactDocument }) {
  const words = useWords();
  const { phone, web, hours } = contact;
  return (
    <>
      {phone !== undefined && (
        <p>
          {words.help.phone} <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
        </p>
      )}
      {web !== undefined && (
        <p>
          <a href={web} rel="noreferrer">
            {web.replace(/^https?:\/\//, '')}
          </a>
        </p>
      )}
      {hours.length > 0 && (
        <ul class="hours nobullet-list">
          {hours.map(({ day, from, until }) => (
            <li key={`${day} ${from}`}>
              {words.help.days[day] ?? day}: {words.help.openFrom(from, until)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
