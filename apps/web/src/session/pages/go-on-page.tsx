import { Button } from '../../design/buttons.js';
import { PageLayout } from '../../design/page-layout.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type KeptForm } from '../kept-session.js';
import { sessionWordsIn } from '../session-words.js';

/** What somebody posted whose session was over, to be sent now that they are here again. */
export function GoOnPage({ path, fields }: KeptForm) {
  const { language, formToken } = useVisit();
  const words = sessionWordsIn(language).goOn;
  return (
    <PageLayout title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p>{words.files}</p>
      <form method="post" action={path}>
        <input type="hidden" name={formToken.field} value={formToken.value} />
        {fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <Button>{words.send}</Button>
      </form>
      <p>
        <a href={PATHS.home}>{words.leave}</a>
      </p>
    </PageLayout>
  );
}
