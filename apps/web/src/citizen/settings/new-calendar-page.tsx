import { BackLink } from '../../design/back-link.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';

/** Shows the private address of a calendar, the one time that it can be shown. */
export function NewCalendarPage({ address }: { readonly address: string }) {
  const { words } = useVisit();
  const of = words.settings.calendar;
  return (
    <PageLayout title={of.madeTitle} menu={PATHS.settings}>
      <BackLink href={PATHS.settings}>{of.back}</BackLink>
      <h1>{of.madeTitle}</h1>
      <p class="lead">{of.madeText}</p>
      <div class="form-group">
        <label class="form-label" for="address">
          {of.address}
        </label>
        <input class="form-input" id="address" type="text" readOnly value={address} />
      </div>
      <p>{of.how}</p>
      <p>{of.whoever}</p>
    </PageLayout>
  );
}
