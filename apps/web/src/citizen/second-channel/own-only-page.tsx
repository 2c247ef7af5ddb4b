import { useVisit } from '../../http/visit.js';
import { SecondChannelLayout } from './second-channel-layout.js';
import { secondChannelWordsIn } from './second-channel-words.js';

/** Whoever acts for another chooses nothing here. */
export function OwnOnlyPage() {
  const own = secondChannelWordsIn(useVisit().language);
  return (
    <SecondChannelLayout>
      <h1>{own.title}</h1>
      <p class="lead">{own.ownOnly}</p>
    </SecondChannelLayout>
  );
}
