import { Details } from '../../design/details.js';
import { useWords } from '../../http/visit.js';
import { type DefinitionDocument } from '../../rest/documents.js';

interface QuestionsProps {
  /** The journey on whose own page they stand; absent: all of them. */
  readonly definition?: DefinitionDocument;
}

/** *FAQ*: on the page of a journey without what the page says itself: who gets data, what it costs, how to stop. */
export function Questions({ definition }: QuestionsProps) {
  const { questions } = useWords();
  const { data, nothing, regret, help, noMitId, complain, costs } = questions;
  const asked = definition
    ? [nothing, { ...help, answer: definition.ownOnly ? help.ownOnly : help.answer }, noMitId, complain]
    : [data, nothing, regret, help, noMitId, complain, costs];
  return (
    <section data-part="questions">
      <h2>{questions.title}</h2>
      {asked.map(({ ask, answer }) => (
        <Details key={ask} summary={ask}>
          <p>{answer}</p>
        </Details>
      ))}
    </section>
  );
}
