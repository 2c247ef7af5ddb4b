import { dateInWords } from '#calendar';
import { type JsonObject } from '#schema';
import { answerInWords } from '../../forms/answered.js';
import { CitizenForm } from '../../forms/citizen-form.js';
import { useVisit } from '../../http/visit.js';
import { type JourneyDocument, type TaskDocument } from '../../rest/documents.js';
import { counterWordsIn } from '../counter-words.js';
import { BlankBoxes, BlankField, BlankLine } from './blank-field.js';
import { LetterLayout } from './letter-layout.js';

export interface FormLetterProps {
  readonly journey: JourneyDocument;
  readonly task: TaskDocument;
  readonly at: string;
}

/** A task to be done by hand: its form with room to write, and a signature. */
export function FormLetter({ journey, task, at }: FormLetterProps) {
  const { words, language, visitor } = useVisit();
  const { form: said, letter } = counterWordsIn(language);
  const { title, help, shows, lastDay, ifNothing, events } = task;
  const form = new CitizenForm(task);
  const prefill = (task.prefill ?? {}) as JsonObject;
  return (
    <LetterLayout journey={journey} heading={title} at={at}>
      {help !== undefined && <p>{help}</p>}
      {shows.map(({ label, value }) => (
        <p key={label}>
          <strong>{label}</strong>: {value}
        </p>
      ))}
      {lastDay !== undefined && (
        <p>
          <strong>{letter.lastDay(dateInWords(lastDay)[language])}</strong>
        </p>
      )}
      {ifNothing !== undefined && <p>{words.sentence(ifNothing)}</p>}
      <p>{said.howTo}</p>
      {events.length > 1 && (
        <section class="letter-part">
          <h2>{said.answer}</h2>
          <BlankBoxes labels={events.map(({ label }) => label)} hint={said.choose} />
        </section>
      )}
      {form.everyField(prefill).map(field => {
        const known = answerInWords(field, prefill[field.name], words, language);
        if (field.readOnly && known === undefined) return null;
        return <BlankField key={field.name} field={field} known={known} />;
      })}
      <section class="letter-part">
        <h2>{said.sign}</h2>
        <p>{said.signed}</p>
        <p>{said.signedOn}</p>
        <BlankLine />
        <p>{said.sign}</p>
        <BlankLine />
      </section>
      <p>{said.deliver(visitor?.actsFor?.helpedBy ?? '')}</p>
    </LetterLayout>
  );
}
