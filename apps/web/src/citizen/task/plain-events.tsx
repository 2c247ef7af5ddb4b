import { Button } from '../../design/buttons.js';
import { PostForm } from '../../design/post-form.js';
import { useWords } from '../../http/visit.js';
import { sendPath } from '../../paths.js';
import { Consequences } from './consequences.js';
import { type OpenedTask } from './opened-task.js';

/** The answers that carry no data: each is sent by its own button, with what it leads to beside it. */
export function PlainEvents({ opened, sendKey }: { readonly opened: OpenedTask; readonly sendKey: string }) {
  const words = useWords();
  const { place, journey, task } = opened;
  const plain = task.events.filter(({ withData }) => !withData);
  if (plain.length === 0) return null;
  const withForm = task.events.length > plain.length;
  return (
    <section class="plain-events">
      {withForm && <h2>{words.form.orElse}</h2>}
      {plain.map((event, index) => (
        <PostForm
          key={event.event}
          action={sendPath(place.journey, place.task)}
          hidden={{ event: event.event, version: journey.version, key: `${sendKey}-${index}` }}
        >
          <Consequences event={event} id={`after-${event.event}`} />
          <Button kind={withForm || index > 0 ? 'secondary' : 'primary'} describedBy={`after-${event.event}`}>
            {event.label}
          </Button>
        </PostForm>
      ))}
    </section>
  );
}
