import { type ComponentChildren } from 'preact';
import { useVisit } from '../http/visit.js';
import { SessionNotice } from '../session/pages/session-notice.js';
import { Footer } from './footer.js';
import { Header } from './header.js';

export interface PageLayoutProps {
  /** Of the page; the name of the service follows it. */
  readonly title: string;
  /** The menu's entry that the page belongs to. */
  readonly menu?: string;
  /** Something on the page is wrong: the title says so first. */
  readonly faulty?: boolean;
  /** What stands above the heading: the way back. */
  readonly above?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Of text, titles and headings: asked for beside the style sheet, so that they are there at the first paint. */
const FONTS = ['Regular', 'SemiBold', 'Bold'].map(
  weight => `dkfds/fonts/IBMPlexSans/split/woff2/IBMPlexSans-${weight}-Latin1.woff2`,
);

/** A whole page of the face. */
export function PageLayout({ title, menu, faulty = false, above, children }: PageLayoutProps) {
  const { language, words, face, file } = useVisit();
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${faulty ? words.faults.inTitle : ''}${title} – ${words.service}`}</title>
        {FONTS.map(font => (
          <link
            key={font}
            rel="preload"
            as="font"
            type="font/woff2"
            crossOrigin="anonymous"
            href={file(font)}
          />
        ))}
        <link rel="stylesheet" href={file('dkfds/css/dkfds.min.css')} />
        <link rel="stylesheet" href={file('overgang.css')} />
        {face !== 'citizen' && <link rel="stylesheet" href={file('staff.css')} />}
        <link rel="icon" href={file('icon.svg')} type="image/svg+xml" />
        <script src={file('overgang.js')} defer />
      </head>
      <body>
        <a class="skipnav" href="#main-content">
          {words.skip}
        </a>
        <Header menu={menu} />
        <div class="container page-container">
          {above}
          <main id="main-content" tabIndex={-1}>
            {children}
          </main>
        </div>
        <SessionNotice />
        <Footer />
      </body>
    </html>
  );
}
