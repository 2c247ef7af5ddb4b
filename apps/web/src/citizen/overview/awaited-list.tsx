import { addPeriod, dateInWords } from '#calendar';
import { useVisit } from '../../http/visit.js';
import { type OverviewDocument } from '../../rest/documents.js';
import { capital } from '../../words/capital.js';
import { OverviewSection } from './overview-section.js';

/** What others are to do or report, and what happens by itself. */
export function AwaitedList({ overview }: { readonly overview: OverviewDocument }) {
  const { words, language } = useVisit();
  const others = overview.others.map(({ journey, task, title, names = [], roleName, lastDay }) => ({
    key: task,
    journey,
    content: (
      <>
        <strong>{names.length > 0 ? names.join(', ') : capital(roleName)}</strong>: {title}
        {lastDay !== undefined && ` – ${words.journey.atLatest(dateInWords(lastDay)[language])}`}
      </>
    ),
  }));
  const awaited = overview.awaited.map(({ journey, step, event, text }) => ({
    key: `${step} ${event}`,
    journey,
    content: words.journey.awaited(text),
  }));
  const byItself = overview.byItself.map(({ journey, step, lastDay, then, text, due }) => ({
    key: `${step} ${due}`,
    journey,
    content: words.journey.fromDay(dateInWords(addPeriod(lastDay, 'P1D'))[language], then ?? '', text),
  }));
  return (
    <>
      <OverviewSection heading={words.overview.others} items={[...others, ...awaited]} />
      <OverviewSection heading={words.overview.byItself} items={byItself} />
    </>
  );
}
