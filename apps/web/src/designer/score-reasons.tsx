import { Details } from '../design/details.js';
import { Rows } from '../design/rows.js';
import { type ReadVersionDocument } from '../rest/documents.js';
import { useDesignerWords } from './words/designer-words.js';

type Score = NonNullable<ReadVersionDocument['score']>;

/** Why a version has its score: every question with its answer and reason. */
export function ScoreReasons({ score }: { readonly score: Score }) {
  const { page } = useDesignerWords();
  return (
    <section aria-labelledby="score">
      <h2 id="score">{page.score}</h2>
      <p>{page.scoreLead}</p>
      {score.groups.map(({ id, title, score: percent, indicators }) => (
        <Details key={id} summary={page.group(title, percent)}>
          <Rows
            rows={indicators.map(({ id: number, question, value, reason, open }) => ({
              label: `${number} ${question}`,
              value: `${value === undefined ? page.open : value === 1 ? page.met : page.notMet}${
                reason === undefined && open === undefined ? '' : `. ${reason ?? open}`
              }`,
            }))}
          />
        </Details>
      ))}
      <Details summary={page.principles}>
        <Rows
          rows={score.principles.map(({ id, title, part, whole, reason }) => ({
            label: `${id} ${title}`,
            value: `${page.ofWhole(part, whole)}. ${reason}`,
          }))}
        />
      </Details>
    </section>
  );
}
