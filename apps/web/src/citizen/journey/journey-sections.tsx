import { dateInWords } from '#calendar';
import { Badge, type Tone } from '../../design/badge.js';
import { Details } from '../../design/details.js';
import { useVisit } from '../../http/visit.js';
import { taskPath } from '../../paths.js';
import { type JourneyDocument, type SectionDocument } from '../../rest/documents.js';
import { mayWait, sectionsThatStand, sectionStanding } from './section-standing.js';

/** None of them shouts: what was refused is said in words. */
const TONES: Readonly<Record<SectionDocument['status'], Tone>> = {
  yours: 'info',
  theirs: 'none',
  later: 'none',
  done: 'success',
  refused: 'warning',
  notNeeded: 'none',
};

/** All of the journey by section, in order, with what came of each; of what was cancelled nothing stands any more. */
export function JourneySections({ journey }: { readonly journey: JourneyDocument }) {
  const { words } = useVisit();
  const isOver = journey.endedAt !== undefined;
  const sections = sectionsThatStand(journey);
  const isQuiet = (section: SectionDocument) =>
    (section.status === 'later' || section.status === 'notNeeded') && !isSettled(section, journey);
  const quiet = sections.filter(isQuiet);
  return (
    <section data-part="sections" aria-labelledby="sections">
      {sections.length > 0 && (
        <>
          <h2 id="sections">{isOver ? words.journey.sectionsOver : words.journey.sections}</h2>
          <SectionList journey={journey} sections={sections.filter(section => !isQuiet(section))} />
          {quiet.length > 0 && (
            <Details
              summary={isOver ? words.journey.wasNotNeeded : words.journey.later}
              open={quiet.length === sections.length}
            >
              <SectionList journey={journey} sections={quiet} />
            </Details>
          )}
        </>
      )}
    </section>
  );
}

function SectionList({
  journey,
  sections,
}: {
  readonly journey: JourneyDocument;
  readonly sections: readonly SectionDocument[];
}) {
  if (sections.length === 0) return null;
  return (
    <ol class="sections nobullet-list">
      {sections.map(section => (
        <SectionItem key={section.section} journey={journey} section={section} />
      ))}
    </ol>
  );
}

/** After a loss nothing is struck off a list, and no farewell is called unneeded: what it has come to says enough. */
function isSettled({ status, outcomes }: SectionDocument, { quiet }: JourneyDocument): boolean {
  return quiet && (status === 'done' || status === 'notNeeded') && outcomes.length > 0;
}

function SectionItem({
  journey,
  section,
}: {
  readonly journey: JourneyDocument;
  readonly section: SectionDocument;
}) {
  const visit = useVisit();
  const { words, language } = visit;
  const { title, status, outcomes, next } = section;
  const day = next?.lastDay === undefined ? undefined : dateInWords(next.lastDay)[language];
  // Of what may wait, its standing says it, and of an appeal the list of them.
  const isSaid = day === undefined || mayWait(section, journey);
  const { expectedBy, atLatest } = words.journey;
  const byWhen = isSaid ? '' : next?.task === undefined ? ` ${expectedBy(day)}` : ` – ${atLatest(day)}`;
  return (
    <li class="section-item">
      <h3>{title}</h3>
      {!isSettled(section, journey) && (
        <Badge
          tone={status === 'done' && journey.bereaved ? 'none' : TONES[status]}
          text={sectionStanding(section, journey, visit)}
        />
      )}
      {outcomes.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      {next && (
        <p>
          {next.task === undefined ? (
            words.sentence(next.text)
          ) : (
            <a href={taskPath(journey.id, next.task)}>{next.text}</a>
          )}
          {byWhen}
        </p>
      )}
    </li>
  );
}
