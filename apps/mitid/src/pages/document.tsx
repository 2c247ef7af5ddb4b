import { type ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';

export const STYLES_PATH = '/mitid.css';

interface DocumentProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

function Document({ title, children }: DocumentProps) {
  return (
    <html lang="da">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – simuleret MitID`}</title>
        <link rel="stylesheet" href={STYLES_PATH} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>
          <p class="brand">Simuleret MitID</p>
          <p class="note">
            Dette er ikke MitID. Alle, du kan vælge, er opdigtede, og der er ingen adgangskode.
          </p>
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}

/** A page as HTML. */
export function htmlOf(title: string, content: ComponentChildren): string {
  return `<!DOCTYPE html>${renderToString(<Document title={title}>{content}</Document>)}`;
}
