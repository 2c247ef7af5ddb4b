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
