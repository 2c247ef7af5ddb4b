import { type ComponentChildren } from 'preact';
import { useVisit } from '../http/visit.js';

export interface PostFormProps {
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  /** It has files in it. */
  readonly files?: boolean;
  readonly id?: string;
  /** The script keeps what is typed as a draft, and shows and hides fields as they are asked for. */
  readonly keeps?: boolean;
  readonly children: ComponentChildren;
}

/** A form that changes something. What is wrong the server says, in our words, so the browser says nothing. */
export function PostForm({ action, hidden = {}, files = false, id, keeps = false, children }: PostFormProps) {
  const { formToken } = useVisit();
  return (
    <form
      method="post"
      action={action}
      id={id}
      noValidate
      autocomplete="off"
      enctype={files ? 'multipart/form-data' : undefined}
      data-keeps={keeps ? '' : undefined}
    >
      <input type="hidden" name={formToken.field} value={formToken.value} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
