import { type ReadVersionDocument } from '../rest/documents.js';
import { useDesignerWords } from './words/designer-words.js';

/** What the check found: where, what, and how to mend it. In English, as the check itself speaks. */
export function DiagnosticList({ diagnostics }: Pick<ReadVersionDocument, 'diagnostics'>) {
  const { page } = useDesignerWords();
  return (
    <ul class="nobullet-list messages">
      {diagnostics.map(({ code, severity, file, line, column, message, remedy }) => (
        <li key={`${file} ${line} ${column} ${code} ${message}`}>
          <strong>{severity === 'error' ? page.error : page.warning}</strong>{' '}
          <code>{page.place(file, line)}</code>
          <p lang="en">{message}</p>
          <p>
            {page.remedy} <span lang="en">{remedy}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
