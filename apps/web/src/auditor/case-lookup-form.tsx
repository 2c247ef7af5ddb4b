import { Button } from '../design/buttons.js';
import { TextField } from '../design/fields/text-field.js';
import { PostForm } from '../design/post-form.js';
import { PATHS } from '../paths.js';
import { type AuditorWords, useAuditorWords } from './words/auditor-words.js';

/** What was typed, and what is wrong with it. */
export interface TypedLookup {
  readonly reference: string;
  readonly reason: string;
  readonly faults: Readonly<Partial<Record<'sagsnummer' | 'begrundelse', string>>>;
}

/** @param wrong the fields that the API has refused, or that there is no such case */
export function lookupFaults(
  wrong: readonly string[],
  { faults }: AuditorWords['lookUp'],
): TypedLookup['faults'] {
  return {
    ...(wrong.includes('reference') && { sagsnummer: faults.reference }),
    ...(wrong.includes('unknown') && { sagsnummer: faults.unknown }),
    ...(wrong.includes('reason') && { begrundelse: faults.reason }),
  };
}

/** Which case, and why. */
export function CaseLookupForm({ typed }: { readonly typed: TypedLookup | undefined }) {
  const { lookUp: words } = useAuditorWords();
  const { reference = '', reason = '', faults = {} } = typed ?? {};
  return (
    <PostForm action={PATHS.auditedCase}>
      <TextField
        id="sagsnummer"
        name="sagsnummer"
        label={words.reference}
        hint={words.referenceHint}
        value={reference}
        error={faults.sagsnummer}
        most={64}
      />
      <TextField
        id="begrundelse"
        name="begrundelse"
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        error={faults.begrundelse}
        most={500}
      />
      <div class="button-row">
        <Button>{words.button}</Button>
      </div>
    </PostForm>
  );
}
