import { isUnregisteredId } from '#journey';
import { type ComponentChildren } from 'preact';
import { BackLink } from '../../design/back-link.js';
import { useVisit } from '../../http/visit.js';
import { type JourneyDocument } from '../../rest/documents.js';
import { dayInWords } from '../../words/times.js';
import { pageOfLetter } from '../counter-paths.js';
import { counterWordsIn } from '../counter-words.js';

export interface LetterLayoutProps {
  readonly journey: Pick<JourneyDocument, 'title' | 'label' | 'reference'>;
  readonly heading: string;
  /** When it is printed, as an ISO 8601 instant. */
  readonly at: string;
  readonly children: ComponentChildren;
}

/** A sheet of paper: nothing to press on it, and nothing that one must open to read. */
export function LetterLayout({ journey, heading, at, children }: LetterLayoutProps) {
  const { language, words, file, address, visitor } = useVisit();
  const { letter } = counterWordsIn(language);
  const about = journey.label ?? journey.title;
  const { person = '', name = '', helpedBy = '' } = visitor?.actsFor ?? {};
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${heading} – ${words.service}`}</title>
        <link rel="stylesheet" href={file('dkfds/css/dkfds.min.css')} />
        <link rel="stylesheet" href={file('overgang.css')} />
        <link rel="stylesheet" href={file('letter.css')} />
        <link rel="icon" href={file('icon.svg')} type="image/svg+xml" />
      </head>
      <body class="letter">
        <header class="container letter-controls d-print-none">
          <BackLink href={pageOfLetter(address)}>{letter.back}</BackLink>
          <p>{letter.howTo}</p>
        </header>
        <main class="container">
          <div class="letter-head">
            <p>
              <strong>{words.service}</strong>
              <br />
              {letter.from(helpedBy)}
            </p>
            <dl>
              {[
                [letter.about, journey.reference],
                [isUnregisteredId(person) ? letter.name : letter.person, name],
                [letter.day, dayInWords(at, language)],
              ].map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </div>
          {about !== heading && <p class="letter-about">{about}</p>}
          <h1>{heading}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}
