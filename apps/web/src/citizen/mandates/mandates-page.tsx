import { type ComponentChildren } from 'preact';
import { Alert } from '../../design/alert.js';
import { Button, ButtonLink } from '../../design/buttons.js';
import { Card } from '../../design/card.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { useVisit } from '../../http/visit.js';
import { giveMandatePath, endMandatePath, PATHS } from '../../paths.js';
import { type MandateDocument, type MandatesDocument } from '../../rest/documents.js';
import { MandateLines } from './mandate-lines.js';

export interface MandatesPageProps {
  readonly mandates: MandatesDocument;
  /** One has just been ended. */
  readonly ended: boolean;
}

/** For whom one may act, and who may act for oneself; nobody can act without it being seen. */
export function MandatesPage({ mandates: { held, given }, ended }: MandatesPageProps) {
  const { words, visitor } = useVisit();
  const actsFor = visitor?.actsFor;
  return (
    <PageLayout title={words.mandates.title} menu={PATHS.mandates}>
      <h1>{words.mandates.title}</h1>
      {ended && (
        <Alert kind="success" live>
          <p class="alert-text">{words.mandates.ended}</p>
        </Alert>
      )}
      {actsFor && (
        <Alert kind="info" heading={words.mandates.actsFor(actsFor.name)}>
          <PostForm action={PATHS.mandates}>
            <Button>{words.mandates.switchBack}</Button>
          </PostForm>
        </Alert>
      )}
      <h2>{words.mandates.given}</h2>
      {given.length === 0 && <p>{words.mandates.noneGiven}</p>}
      {given.map(mandate => (
        <Mandate key={keyOf(mandate)} mandate={mandate} end={words.mandates.withdraw} />
      ))}
      <p>
        <ButtonLink href={giveMandatePath}>{words.mandates.give.title}</ButtonLink>
      </p>
      <h2>{words.mandates.held}</h2>
      {held.length === 0 && <p>{words.mandates.noneHeld}</p>}
      {held.map(mandate => (
        <Mandate key={keyOf(mandate)} mandate={mandate} end={words.mandates.renounce}>
          {mandate.begun && mandate.person !== actsFor?.person && (
            <PostForm action={PATHS.mandates} hidden={{ person: mandate.person }}>
              <Button kind="secondary">{words.mandates.act(mandate.name)}</Button>
            </PostForm>
          )}
        </Mandate>
      ))}
    </PageLayout>
  );
}

function keyOf({ id, number, basis }: MandateDocument): string {
  return id ?? `${number} ${basis}`;
}

interface MandateProps {
  readonly mandate: MandateDocument;
  /** What ending it is called. */
  readonly end: string;
  readonly children?: ComponentChildren;
}

function Mandate({ mandate, end, children }: MandateProps) {
  const { words } = useVisit();
  const { id, name, number } = mandate;
  return (
    <Card heading={name}>
      {name !== number && <p class="form-hint">{words.mandates.number(number)}</p>}
      <MandateLines mandate={mandate} />
      {children}
      {id !== undefined && (
        <p class="mt-4">
          <a href={endMandatePath(id)}>
            {end}
            <span class="sr-only"> {name}</span>
          </a>
        </p>
      )}
    </Card>
  );
}
