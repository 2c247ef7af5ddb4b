import { dateInWords } from '#calendar';
import { BackLink } from '../design/back-link.js';
import { ButtonLink } from '../design/buttons.js';
import { Details } from '../design/details.js';
import { PageLayout } from '../design/page-layout.js';
import { Rows } from '../design/rows.js';
import { FRONT_PATHS } from '../faces.js';
import { useVisit } from '../http/visit.js';
import { picturePath } from '../paths.js';
import { type ReadVersionDocument } from '../rest/documents.js';
import { dayAndTime } from '../words/times.js';
import { appraisalWords } from './appraisal-words.js';
import { DiagnosticList } from './diagnostic-list.js';
import { ScoreReasons } from './score-reasons.js';
import { type VersionStanding } from './version-standing.js';
import { useDesignerWords } from './words/designer-words.js';
import { capital } from '../words/capital.js';

export interface VersionPageProps {
  readonly version: ReadVersionDocument;
  readonly standing: VersionStanding;
}

/** A version: how it stands, what the check says, and why it has its score. */
export function VersionPage({ version, standing }: VersionPageProps) {
  const { language } = useVisit();
  const words = useDesignerWords();
  const { page } = words;
  const { hash, effective, publishedAt, withdrawn, underWay, appraisal, diagnostics, notWalked, score } =
    version;
  const title = page.title(version.title, dateInWords(effective)[language]);
  const said = appraisalWords(appraisal, words);
  return (
    <PageLayout
      title={title}
      menu={FRONT_PATHS.designer}
      above={<BackLink href={FRONT_PATHS.designer}>{page.back}</BackLink>}
    >
      <h1>{title}</h1>
      <p>
        <ButtonLink href={picturePath(hash)} kind="secondary">
          {page.picture}
        </ButtonLink>
      </p>
      <div data-part="version" data-refresh={appraisal.status === 'underWay' ? '15' : undefined}>
        <Rows
          rows={[
            { label: page.facts.status, value: capital(words.version[standing]) },
            { label: page.facts.underWay, value: words.version.underWay(underWay) },
            { label: page.facts.published, value: capital(dayAndTime(publishedAt, language)) },
            ...(withdrawn
              ? [
                  {
                    label: page.facts.withdrawn,
                    value: page.because(dayAndTime(withdrawn.at, language), withdrawn.reason),
                  },
                ]
              : []),
            { label: page.facts.walked, value: said.walked },
            { label: page.facts.score, value: said.score },
            { label: page.facts.check, value: said.check },
            { label: page.facts.hash, value: <code>{hash}</code> },
          ]}
        />
        {diagnostics.length > 0 && (
          <section aria-labelledby="check">
            <h2 id="check">{page.check}</h2>
            <DiagnosticList diagnostics={diagnostics} />
          </section>
        )}
        {notWalked.length > 0 && (
          <Details summary={page.notWalked}>
            <ul>
              {notWalked.map(name => (
                <li key={name}>
                  <code>{name}</code>
                </li>
              ))}
            </ul>
          </Details>
        )}
      </div>
      {score && <ScoreReasons score={score} />}
    </PageLayout>
  );
}
