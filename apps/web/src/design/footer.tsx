import { useVisit } from '../http/visit.js';
import { PLACES_PATH } from '../session/session-paths.js';
import { sessionWordsIn } from '../session/session-words.js';
import { languagePath, PATHS } from '../paths.js';
import { Icon } from './icon.js';
import { SignOut } from './sign-out.js';

export function Footer() {
  const { words, language, address, visitor, face } = useVisit();
  return (
    <footer class="d-print-none">
      <div class="footer">
        <div class="container">
          <ul class="unstyled-list footer-links">
            {face === 'citizen' ? (
              <>
                <li>
                  <a href={PATHS.help}>{words.footer.help}</a>
                </li>
                <li>
                  <a href={PATHS.making}>{words.making.title}</a>
                </li>
              </>
            ) : (
              visitor && (
                <li>
                  <a href={PLACES_PATH}>{sessionWordsIn(language).places.see}</a>
                </li>
              )
            )}
            <li>
              <a href={PATHS.accessibility}>{words.footer.accessibility}</a>
            </li>
            {visitor && (
              <li>
                <SignOut />
              </li>
            )}
          </ul>
        </div>
      </div>
      <nav class="language-switcher" aria-label={words.footer.language}>
        <div class="container">
          <ul>
            {LANGUAGES[language].map(code => (
              <li key={code}>
                <a
                  href={languagePath(code, address)}
                  lang={code}
                  hreflang={code}
                  aria-current={code === language ? 'true' : undefined}
                >
                  {code === language && <Icon name="check" />}
                  {NAMES[code]}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </nav>
    </footer>
  );
}

/** The one that the page is in stands first. */
const LANGUAGES = { da: ['da', 'en'], en: ['en', 'da'] } as const;
/** Each by its own name. */
const NAMES = { da: 'Dansk', en: 'English' } as const;
