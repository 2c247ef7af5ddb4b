import { useWords } from '../../http/visit.js';
import { choicePath } from '../../paths.js';
import { type OpenedTask } from './opened-task.js';
import { SendAnswer } from './send-answer.js';

interface PlainEventsProps {
  readonly opened: OpenedTask;
  /** Idempotency key of what is sent from here. */
  readonly sendKey: string;
}

/**
 * The answers that carry no data. Where they are all there is, each is sent by its own button, with what it leads to beside it. Beside
 * a form they are quiet, and asked about once more: nobody says by a slip that they have lost a child.
 */
export function PlainEvents({ opened, sendKey }: PlainEventsProps) {
  const words = useWords();
  const { place, task } = opened;
  const plain = task.events.filter(({ withData }) => !withData);
  if (plain.length === 0) return null;
  if (task.events.length > plain.length) {
    return (
      <section>
        <h2>{words.form.orElse}</h2>
        <ul>
          {plain.map(({ event, label }) => (
            <li key={event}>
              <a href={choicePath(place.journey, place.task, event)}>{label}</a>
            </li>
          ))}
        </ul>
      </section>
    );
  }
  return (
    <section class="plain-events">
      {plain.map((event, index) => (
        <SendAnswer
          key={event.event}
          opened={opened}
          event={event}
          sendKey={`${sendKey}-${index}`}
          kind={index > 0 ? 'secondary' : 'primary'}
        />
      ))}
    </section>
  );
}
