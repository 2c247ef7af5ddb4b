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
  const fields = [
    { id: 'sagsnummer', label: words.reference, hint: words.referenceHint, value: reference, most: 64 },
    { id: 'begrundelse', label: words.reason, hint: words.reasonHint, value: reason, most: 500 },
  ] as const;
  return (
    <PostForm action={PATHS.auditedCase}>
      {fields.map(field => (
        <TextField key={field.id} {...field} name={field.id} error={faults[field.id]} />
      ))}
      <div class="button-row">
        <Button>{words.button}</Button>
      </div>
    </PostForm>
  );
}
