import { useWords } from '../../http/visit.js';

/** Where one complains of how one's data are handled (GDPR art. 77). */
export function ComplaintLines() {
  const { complaint } = useWords().corrections;
  return (
    <>
      <p>
        <a href={complaint.web} rel="noreferrer">
          {complaint.link}
        </a>
      </p>
      <p>
        {complaint.phone} <a href={complaint.dial}>{complaint.number}</a>
      </p>
    </>
  );
}
