import { Icon } from '../design/icon.js';
import { useVisit } from '../http/visit.js';
import { FRONT_PATHS } from '../faces.js';
import { letterPath } from './counter-paths.js';
import { counterWordsIn } from './counter-words.js';

/** All that is done here is done for the one who is helped: who it is, until when, and what can be printed. */
export function HelpBanner({ name }: { readonly name: string }) {
  const { language, address } = useVisit();
  const { banner } = counterWordsIn(language);
  const letter = letterPath(address);
  return (
    <div class="acts-for">
      <div class="container">
        <p>
          <Icon name="account" /> {banner.helps(name)}{' '}
          {letter !== undefined && <a href={letter}>{banner.letter}</a>}{' '}
          <a href={FRONT_PATHS.caseworker}>{banner.counter}</a>
        </p>
      </div>
    </div>
  );
}
