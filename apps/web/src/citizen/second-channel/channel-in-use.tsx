import { Button } from '../../design/buttons.js';
import { PostForm } from '../../design/post-form.js';
import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { secondChannelWordsIn } from './second-channel-words.js';

/** Where somebody is told, and the way to stop it. */
export function ChannelInUse({ address }: { readonly address: string }) {
  const own = secondChannelWordsIn(useVisit().language);
  return (
    <PostForm action={`${PATHS.secondChannel}/slet`}>
      <p>
        <strong>{own.told(address)}</strong>
      </p>
      <Button kind="secondary">{own.remove}</Button>
    </PostForm>
  );
}
