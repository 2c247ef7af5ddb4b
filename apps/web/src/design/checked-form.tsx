import { type ComponentChildren } from 'preact';
import { Button } from './buttons.js';
import { PostForm } from './post-form.js';

export interface CheckedFormProps {
  readonly action: string;
  /** What was typed. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Words of the buttons. */
  readonly words: { readonly send: string; readonly change: string };
  /** More of what was typed. */
  readonly children?: ComponentChildren;
}

/** *Check answers*: what stands above is sent as it is (`step` is `send`), or changed first (`change`). */
export function CheckedForm({ action, hidden, words, children }: CheckedFormProps) {
  return (
    <PostForm action={action} hidden={hidden}>
      {children}
      <div class="button-row">
        <Button name="step" value="send">
          {words.send}
        </Button>
        <Button kind="secondary" name="step" value="change">
          {words.change}
        </Button>
      </div>
    </PostForm>
  );
}
