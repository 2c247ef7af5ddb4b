import { ButtonLink } from '../../design/buttons.js';
import { useWords } from '../../http/visit.js';
import { choicePath } from '../../paths.js';
import { type TaskEventDocument } from '../../rest/documents.js';
import { type OpenedTask } from './opened-task.js';
import { SendAnswers } from './send-answer.js';

interface PlainEventsProps {
  readonly opened: OpenedTask;
  readonly events: readonly TaskEventDocument[];
}

/** Answers that are all there is: each is sent by its own button, with what it leads to beside it. */
export function SentAtOnce({ opened, events, sendKey }: PlainEventsProps & { readonly sendKey: string }) {
  return (
    <section class="plain-events">
      <SendAnswers opened={opened} events={events} sendKey={sendKey} />
    </section>
  );
}

/** Answers that stand before a form weigh as much as it, and are asked about once more. */
export function BeforeTheForm({ opened: { place }, events }: PlainEventsProps) {
  if (events.length === 0) return null;
  return (
    <p class="button-row">
      {events.map(({ event, label }) => (
        <ButtonLink key={event} href={choicePath(place.journey, place.task, event)}>
          {label}
        </ButtonLink>
      ))}
    </p>
  );
}

/** Answers after a form are quiet, and asked about once more: nobody says by a slip that they have lost a child. */
export function AfterTheForm({ opened: { place }, events }: PlainEventsProps) {
  const words = useWords();
  if (events.length === 0) return null;
  return (
    <section>
      <h2>{words.form.orElse}</h2>
      <ul>
        {events.map(({ event, label }) => (
          <li key={event}>
            <a href={choicePath(place.journey, place.task, event)}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
