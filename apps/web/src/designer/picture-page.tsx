import { BackLink } from '../design/back-link.js';
import { Details } from '../design/details.js';
import { PageLayout } from '../design/page-layout.js';
import { FRONT_PATHS } from '../faces.js';
import { imagePath, picturePath, versionPath } from '../paths.js';
import { type PictureDocument } from '../rest/documents.js';
import { PictureInWords } from './picture-in-words.js';
import { useDesignerWords } from './words/designer-words.js';

export interface PicturePageProps {
  readonly hash: string;
  /** Path of the branch; absent: the whole. */
  readonly branch: string | undefined;
  readonly picture: PictureDocument;
}

/** A version as a picture, one branch at a time, and the same in words. */
export function PicturePage({ hash, branch, picture }: PicturePageProps) {
  const { picture: words } = useDesignerWords();
  const title = words.title(picture.title);
  const branches = [{ path: undefined, title: words.whole }, ...picture.branches];
  return (
    <PageLayout
      title={title}
      menu={FRONT_PATHS.designer}
      above={<BackLink href={versionPath(hash)}>{words.back}</BackLink>}
    >
      <h1>{title}</h1>
      {picture.branches.length > 0 && (
        <nav aria-label={words.branches}>
          <ul class="branches nobullet-list">
            {branches.map(({ path, title: name }) => (
              <li key={path ?? ''}>
                <a href={picturePath(hash, path)} aria-current={path === branch ? 'page' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div class="picture" tabIndex={0} role="region" aria-label={words.scroll}>
        <img
          class={branch === undefined && picture.branches.length > 0 ? 'picture-whole' : undefined}
          src={imagePath(hash, branch)}
          alt={picture.description}
        />
      </div>
      <p>
        <a href={imagePath(hash, branch)}>{words.alone}</a>
      </p>
      <Details summary={words.inWords}>
        <PictureInWords states={picture.states} />
      </Details>
    </PageLayout>
  );
}
