import { useVisit } from '../../http/visit.js';
import { PATHS } from '../../paths.js';
import { type MessageDocument } from '../../rest/documents.js';

/** A message is sent in one language, which is chosen apart from that of the pages: whoever reads both is told where. */
export function OtherLanguage({ message }: { readonly message: Pick<MessageDocument, 'language'> }) {
  const { words, language } = useVisit();
  if (message.language === language) return null;
  return (
    <p class="form-hint d-print-none">
      {words.messages.inOtherLanguage} <a href={PATHS.settings}>{words.messages.chooseLanguage}</a>
    </p>
  );
}
