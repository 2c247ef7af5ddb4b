import { dateInWords } from '#calendar';
import { nameAlone } from '#journey';
import { BackLink } from '../../design/back-link.js';
import { Button, ButtonLink } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { Rows } from '../../design/rows.js';
import { useVisit } from '../../http/visit.js';
import { beforeStartPath, journeyPath, offerPath, PATHS } from '../../paths.js';
import { type OfferDocument, type ProblemContradiction } from '../../rest/documents.js';
import { confirmField, ContradictionAlert } from '../start/contradiction-alert.js';

/** Why somebody is offered a journey, what is known already, and until when it stands. */
export function OneOfferPage({
  offer,
  sendKey,
  contradictions = [],
}: {
  readonly offer: OfferDocument;
  readonly sendKey: string;
  /** What is under way and stands in the way of taking it. */
  readonly contradictions?: readonly ProblemContradiction[];
}) {
  const { words, language } = useVisit();
  const { id, title, body, why, given, lastDay, status, journey, definition, journeyTitle } = offer;
  const confirm = confirmField(contradictions);
  return (
    <PageLayout title={title} above={<BackLink href={PATHS.home}>{words.journey.all}</BackLink>}>
      <h1>{title}</h1>
      <ContradictionAlert contradictions={contradictions} />
      {body.split('\n').map((line, index) => line.trim() !== '' && <p key={index}>{line}</p>)}
      <h2>{words.offers.why}</h2>
      <p>{why.text}</p>
      {why.source !== undefined && (
        <p>
          {words.offers.rule} <span lang="da">{why.source}</span>
        </p>
      )}
      {given.length > 0 && (
        <>
          <h2>{words.offers.given}</h2>
          <Rows
            rows={given.map(({ label, value, source }) => ({
              label,
              value: `${value} (${nameAlone(source)})`,
            }))}
          />
        </>
      )}
      {status === 'open' && (
        <>
          <p>
            <strong>{words.offers.stands(dateInWords(lastDay)[language])}</strong>
          </p>
          <p>
            <a href={beforeStartPath(definition)}>{words.offers.about(journeyTitle)}</a>
          </p>
          <PostForm action={offerPath(id)} hidden={{ key: sendKey, confirm: confirm ?? '' }}>
            <div class="button-row">
              {confirm !== undefined && (
                <Button name="answer" value="take">
                  {contradictions.length > 0 ? words.start.beginAnyway : words.offers.take}
                </Button>
              )}
              <Button kind="secondary" name="answer" value="decline">
                {words.offers.decline}
              </Button>
            </div>
          </PostForm>
        </>
      )}
      {status === 'over' && <p>{words.offers.over}</p>}
      {status === 'taken' && journey !== undefined && (
        <p>
          <ButtonLink href={journeyPath(journey)}>{words.offers.begun}</ButtonLink>
        </p>
      )}
    </PageLayout>
  );
}
