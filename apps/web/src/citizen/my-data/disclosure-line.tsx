import { nameAlone } from '#journey';
import { useVisit } from '../../http/visit.js';
import { askCorrectionPath, journeyPath, wrongDataPath } from '../../paths.js';
import { type DisclosureDocument } from '../../rest/documents.js';
import { dayAndTime } from '../../words/times.js';
import { NamedAuthority } from '../named-authority.js';
import { contactRoleOf } from './contact-role-of.js';

/** Who got which data, when, for what, on which ground; and where to turn if it is wrong. */
export function DisclosureLine({
  item,
  times,
}: {
  readonly item: DisclosureDocument;
  /** How often, all in one minute. */
  readonly times: number;
}) {
  const { words, language } = useVisit();
  const { at, text, authorityName, categories, ground, gdpr, title, journey, stage, aboutYou, doneForYou } =
    item;
  return (
    <li>
      <p class="timeline-when">
        <time dateTime={at}>{dayAndTime(at, language)}</time>
        {times > 1 && ` (${words.myData.times(times)})`}
        {title !== undefined && journey !== undefined && (
          <>
            {' · '}
            <a href={journeyPath(journey)}>{title}</a>
          </>
        )}
      </p>
      <p>
        <NamedAuthority name={authorityName} text={text} />
      </p>
      {categories !== undefined && categories.length > 0 && (
        <p>{words.myData.categories(categories.map(({ name }) => name))}</p>
      )}
      {aboutYou === false && <p>{words.myData.aboutOthers}</p>}
      {ground !== undefined && <p class="form-hint">{words.myData.ground(ground, gdpr)}</p>}
      {stage !== undefined && stage !== 'given' && <p>{words.myData.stages[stage]}</p>}
      {doneForYou !== undefined && <p>{doneForYou}</p>}
      {authorityName !== undefined && (
        <p class="d-print-none">
          <a href={item.id === undefined ? wrongDataPath(contactRoleOf(item)) : askCorrectionPath(item.id)}>
            {words.myData.wrong}
            <span class="sr-only"> {nameAlone(authorityName)}</span>
          </a>
        </p>
      )}
    </li>
  );
}
