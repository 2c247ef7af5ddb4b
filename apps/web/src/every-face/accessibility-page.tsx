import { PageLayout } from '../design/page-layout.js';
import { useVisit } from '../http/visit.js';
import { PATHS } from '../paths.js';

/** *Accessibility statement* (Act on accessibility of public bodies' websites, section 4). */
export function AccessibilityPage() {
  const { words } = useVisit();
  return (
    <PageLayout title={words.accessibility.title} menu={PATHS.accessibility}>
      <h1>{words.accessibility.title}</h1>
      {words.accessibility.sections.map(({ heading, text }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {text.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </section>
      ))}
    </PageLayout>
  );
}
