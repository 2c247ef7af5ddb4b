import { useVisit } from '../http/visit.js';
import { Icon } from './icon.js';

/** A form: a link that signs out could be followed by a page that fetches it ahead. */
export function SignOut() {
  const { words, formToken, signOutAddress } = useVisit();
  return (
    <form method="post" action={signOutAddress} class="sign-out">
      <input type="hidden" name={formToken.field} value={formToken.value} />
      <button type="submit" class="function-link">
        <Icon name="lock" />
        {words.signOut}
      </button>
    </form>
  );
}
