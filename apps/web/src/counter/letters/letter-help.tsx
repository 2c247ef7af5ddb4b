import { useVisit } from '../../http/visit.js';
import { counterWordsIn } from '../counter-words.js';

/** Where whoever reads the letter is helped. */
export function LetterHelp() {
  const { language, visitor } = useVisit();
  const { letter } = counterWordsIn(language);
  return (
    <section class="letter-part">
      <h2>{letter.help}</h2>
      <p>{letter.helpText(visitor?.actsFor?.helpedBy ?? '')}</p>
    </section>
  );
}
