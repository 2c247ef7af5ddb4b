import { Button } from '../../design/buttons.js';
import { PostForm } from '../../design/post-form.js';
import { sendPath } from '../../paths.js';
import { type TaskEventDocument } from '../../rest/documents.js';
import { Consequences } from './consequences.js';
import { type OpenedTask } from './opened-task.js';

interface SendAnswerProps {
  readonly opened: OpenedTask;
  readonly event: TaskEventDocument;
  /** Idempotency key. */
  readonly sendKey: string;
  readonly kind?: 'primary' | 'secondary';
  /** There are others beside it. */
  readonly oneOfSeveral?: boolean;
}

/** What an answer leads to, and the button that sends it. */
export function SendAnswer({
  opened,
  event,
  sendKey,
  kind = 'primary',
  oneOfSeveral = false,
}: SendAnswerProps) {
  const { place, journey } = opened;
  const hidden = { event: event.event, version: journey.version, key: sendKey };
  const id = `after-${event.event}`;
  return (
    <PostForm action={sendPath(place.journey, place.task)} hidden={hidden}>
      <Consequences event={event} id={id} oneOfSeveral={oneOfSeveral} />
      <Button kind={kind} describedBy={id}>
        {event.label}
      </Button>
    </PostForm>
  );
}

interface SendAnswersProps {
  readonly opened: OpenedTask;
  readonly events: readonly TaskEventDocument[];
  readonly sendKey: string;
}

/** The answers to choose between, each with its own button; the first is the one that most give. */
export function SendAnswers({ opened, events, sendKey }: SendAnswersProps) {
  return (
    <>
      {events.map((event, index) => (
        <SendAnswer
          key={event.event}
          opened={opened}
          event={event}
          sendKey={`${sendKey}-${index}`}
          kind={index > 0 ? 'secondary' : 'primary'}
          oneOfSeveral={events.length > 1}
        />
      ))}
    </>
  );
}
