import { Button } from '../design/buttons.js';
import { PostForm } from '../design/post-form.js';
import { type Posted } from './posted.js';
import { useVisit } from './visit.js';

/**
 * *Safe retry*: sends once more what was posted, to the letter. The key of the form is in it, so the API does it once; the page that it
 * came from would have another key when somebody goes back to it.
 */
export function SendAgainForm({ posted }: { readonly posted: Posted }) {
  const { address, formToken, words } = useVisit();
  const { unsure } = words.problems;
  return (
    <PostForm action={address}>
      <p>{posted.text('key') === '' ? unsure.seeThen : unsure.once}</p>
      <p>{unsure.kept}</p>
      {posted.hasFiles && <p>{unsure.files}</p>}
      {posted.fields
        .filter(([name]) => name !== formToken.field)
        .map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
      <Button>{unsure.button}</Button>
    </PostForm>
  );
}
