import { parseArgs } from 'node:util';

/** What `npm run audit` is asked to do. */
export type AuditRequest =
  | { readonly what: 'verify'; readonly person: string | undefined }
  | { readonly what: 'check'; readonly file: string };

/** @returns undefined when the arguments do not say it */
export function auditRequest(args: readonly string[]): AuditRequest | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { person: { type: 'string' } },
    });
    const [what, file, ...more] = positionals;
    if (what === 'verify' && file === undefined) return { what, person: values.person };
    if (what === 'check' && file !== undefined && more.length === 0 && values.person === undefined) {
      return { what, file };
    }
    return undefined;
  } catch {
    return undefined;
  }
}
