import { Button } from '../../design/buttons.js';
import { PostForm } from '../../design/post-form.js';
import { useWords } from '../../http/visit.js';
import { choicePath, sendPath } from '../../paths.js';
import { type TaskEventDocument } from '../../rest/documents.js';
import { Consequences } from './consequences.js';
import { type OpenedTask } from './opened-task.js';

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
        <PlainEvent
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

interface PlainEventProps {
  readonly opened: OpenedTask;
  readonly event: TaskEventDocument;
  readonly sendKey: string;
  readonly kind?: 'primary' | 'secondary';
}

/** What an answer leads to, and its button. */
export function PlainEvent({ opened, event, sendKey, kind = 'primary' }: PlainEventProps) {
  const { place, journey } = opened;
  const hidden = { event: event.event, version: journey.version, key: sendKey };
  const id = `after-${event.event}`;
  return (
    <PostForm action={sendPath(place.journey, place.task)} hidden={hidden}>
      <Consequences event={event} id={id} />
      <Button kind={kind} describedBy={id}>
        {event.label}
      </Button>
    </PostForm>
  );
}
