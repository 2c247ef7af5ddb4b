import { Details } from '../../design/details.js';
import { useWords } from '../../http/visit.js';
import { type DefinitionDocument } from '../../rest/documents.js';

interface QuestionsProps {
  /** The journey that is asked about; absent: all of them. */
  readonly definition?: DefinitionDocument;
}

/** *FAQ*: of a journey, answered from its definition as far as that says more. */
export function Questions({ definition }: QuestionsProps) {
  const { questions, start } = useWords();
  const { data, nothing, regret, help, noMitId, complain, costs } = questions;
  const authorities = [...new Set(definition?.disclosures.map(({ authorityName }) => authorityName) ?? [])];
  const given = authorities.length > 0 ? data.given(authorities) : data.none;
  const answers: readonly (readonly [string, readonly string[]])[] = [
    [data.ask, definition ? [data.answer, given] : [data.answer]],
    [nothing.ask, [nothing.answer]],
    [
      regret.ask,
      definition ? [definition.cancellable ? start.cancellable : start.notCancellable] : [regret.answer],
    ],
    [help.ask, [definition?.ownOnly ? help.ownOnly : help.answer]],
    [noMitId.ask, [noMitId.answer]],
    [complain.ask, [complain.answer]],
    [costs.ask, [definition ? (definition.fees.length > 0 ? costs.fees : costs.free) : costs.answer]],
  ];
  return (
    <section data-part="questions">
      <h2>{questions.title}</h2>
      {answers.map(([ask, texts]) => (
        <Details key={ask} summary={ask}>
          {texts.map(text => (
            <p key={text}>{text}</p>
          ))}
        </Details>
      ))}
    </section>
  );
}
