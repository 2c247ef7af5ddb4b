import { type PictureDocument } from '../rest/documents.js';
import { useDesignerWords } from './words/designer-words.js';

/** *Text alternative* of a picture: each state, what happens there, and where it leads. */
export function PictureInWords({ states }: Pick<PictureDocument, 'states'>) {
  const { picture: words } = useDesignerWords();
  return (
    <ol class="nobullet-list messages">
      {states.map(({ path, title, depth, lines, ways }) => (
        <li key={path} class={`depth-${Math.min(depth, 4)}`}>
          <strong>{title}</strong>
          {lines.length > 0 && <p>{lines.join(' · ')}</p>}
          {ways.length > 0 && (
            <ul>
              {ways.map(({ when, to }) => (
                <li key={`${to} ${when.join(' ')}`}>
                  {when.length === 0 ? words.byItself : words.at(when.join('”, ”'))} {words.leads(to)}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
