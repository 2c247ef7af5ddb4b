import { BackLink } from '../../design/back-link.js';
import { Button, ButtonLink } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { PostForm } from '../../design/post-form.js';
import { useWords } from '../../http/visit.js';
import { endMandatePath, PATHS } from '../../paths.js';
import { type MandateDocument } from '../../rest/documents.js';
import { MandateLines } from './mandate-lines.js';

export interface EndMandatePageProps {
  readonly mandate: MandateDocument & { readonly id: string };
  /** Whether the reader holds it; otherwise they have given it. */
  readonly isHeld: boolean;
}

/** What withdrawing a mandate, or renouncing it, means; said before anyone confirms it. */
export function EndMandatePage({ mandate, isHeld }: EndMandatePageProps) {
  const { mandates } = useWords();
  const words = isHeld ? mandates.renouncing : mandates.withdrawing;
  return (
    <PageLayout
      title={words.title}
      menu={PATHS.mandates}
      above={<BackLink href={PATHS.mandates}>{mandates.title}</BackLink>}
    >
      <h1>{words.title}</h1>
      <p class="lead">{mandate.name}</p>
      <MandateLines mandate={mandate} />
      <p>{words.text(mandate.name)}</p>
      <PostForm action={endMandatePath(mandate.id)}>
        <div class="button-row">
          <Button kind="warning">{words.confirm}</Button>
          <ButtonLink kind="secondary" href={PATHS.mandates}>
            {words.keep}
          </ButtonLink>
        </div>
      </PostForm>
    </PageLayout>
  );
}
