import { Button } from '../design/buttons.js';
import { PostForm } from '../design/post-form.js';
import { type Posted } from './posted.js';
import { useVisit } from './visit.js';

interface SendAgainFormProps {
  readonly posted: Posted;
  /** How long, in words. */
  readonly waiting: string;
  /** Nobody knows whether it arrived. */
  readonly isUnsure: boolean;
}

/**
 * *Safe retry*: sends once more what was posted, to the letter. The key of the form is in it, so the API does it once; the page that it
 * came from would have another key when somebody goes back to it.
 */
export function SendAgainForm({ posted, waiting, isUnsure }: SendAgainFormProps) {
  const { address, formToken, words } = useVisit();
  const { sendAgain } = words.problems;
  const once = isUnsure ? sendAgain.once : sendAgain.onceOnly;
  return (
    <PostForm action={address}>
      <p>
        {sendAgain.press(waiting)} {posted.text('key') === '' ? sendAgain.seeThen : once}
      </p>
      <p>{sendAgain.kept}</p>
      {posted.hasFiles && <p>{sendAgain.files}</p>}
      {posted.fields
        .filter(([name]) => name !== formToken.field)
        .map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
      <Button>{sendAgain.button}</Button>
    </PostForm>
  );
}
