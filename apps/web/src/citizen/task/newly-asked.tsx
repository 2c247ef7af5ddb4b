import { Alert } from '../../design/alert.js';
import { LinkList } from '../../design/link-list.js';
import { type AskedField, firstInputId } from '../../forms/asked-field.js';
import { useWords } from '../../http/visit.js';

/** Why the same page is shown once more: what was answered asks for more. No error, and yet the first thing to know. */
export function NewlyAsked({ fields }: { readonly fields: readonly AskedField[] }) {
  const { newlyAsked } = useWords().form;
  if (fields.length === 0) return null;
  const { title, text } = fields.length === 1 ? newlyAsked.one : newlyAsked.several;
  return (
    <Alert kind="info" heading={title} firstAs="newly-asked">
      <LinkList links={fields.map(field => ({ href: `#${firstInputId(field)}`, text: field.label }))} />
      <p class="alert-text">{text}</p>
    </Alert>
  );
}
