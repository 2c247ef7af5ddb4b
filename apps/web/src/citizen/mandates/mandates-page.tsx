import { Alert } from '../../design/alert.js';
import { Button } from '../../design/buttons.js';
import { Card } from '../../design/card.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type MandateDocument, type MandatesDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';

/** For whom one may act, and who may act for oneself; nobody can act without it being seen. */
export function MandatesPage({ mandates }: { readonly mandates: MandatesDocument }) {
  const { words, visitor } = useVisit();
  const { held, given } = mandates;
  const actsFor = visitor?.actsFor;
  return (
    <PageLayout title={words.mandates.title} menu={PATHS.mandates}>
      <h1>{words.mandates.title}</h1>
      {actsFor && (
        <Alert kind="info" heading={words.mandates.actsFor(actsFor.name)}>
          <PostForm action={PATHS.mandates}>
            <Button>{words.mandates.switchBack}</Button>
          </PostForm>
        </Alert>
      )}
      <h2>{words.mandates.held}</h2>
      {held.length === 0 && <p>{words.mandates.noneHeld}</p>}
      {held.map(mandate => (
        <Card key={`${mandate.person} ${mandate.basis}`} heading={mandate.name}>
          <Lines mandate={mandate} />
          {mandate.person !== actsFor?.person && (
            <PostForm action={PATHS.mandates} hidden={{ person: mandate.person }}>
              <Button kind="secondary">{words.mandates.act(mandate.name)}</Button>
            </PostForm>
          )}
        </Card>
      ))}
      <h2>{words.mandates.given}</h2>
      {given.length === 0 && <p>{words.mandates.noneGiven}</p>}
      {given.map(mandate => (
        <Card key={`${mandate.person} ${mandate.basis}`} heading={mandate.name}>
          <Lines mandate={mandate} />
        </Card>
      ))}
    </PageLayout>
  );
}

function Lines({ mandate }: { readonly mandate: MandateDocument }) {
  const { words, language } = useVisit();
  const { text, from, until, journeys } = mandate;
  return (
    <p>
      {text}. {words.mandates.from(dayInWords(from, language))}
      {until !== undefined && ` ${words.mandates.until(dayInWords(until, language))}`}
      {journeys !== undefined && ` ${words.mandates.only}`}
    </p>
  );
}
