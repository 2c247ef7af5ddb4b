import { type ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Language } from '#journey';

export const STYLES_PATH = '/mitid.css';

const WORDS: Readonly<Record<Language, Readonly<Record<'brand' | 'note', string>>>> = {
  da: {
    brand: 'Simuleret MitID',
    note: 'Dette er ikke MitID. Alle, du kan vælge, er opdigtede, og der er ingen adgangskode.',
  },
  en: {
    brand: 'Simulated MitID',
    note: 'This is not MitID. Everybody you can choose is made up, and there is no password.',
  },
};

interface DocumentProps {
  readonly title: string;
  readonly language: Language;
  readonly children: ComponentChildren;
}

function Document({ title, language, children }: DocumentProps) {
  const { brand, note } = WORDS[language];
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${brand}`}</title>
        <link rel="stylesheet" href={STYLES_PATH} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>
          <p class="brand">{brand}</p>
          <p class="note">{note}</p>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}

/** A page as HTML. */
export function htmlOf(title: string, content: ComponentChildren, language: Language): string {
  const page = (
    <Document title={title} language={language}>
      {content}
    </Document>
  );
  return `<!DOCTYPE html>${renderToString(page)}`;
}
