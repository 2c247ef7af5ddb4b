import { parseArgs } from 'node:util';

/** What `npm run audit` is asked to do. */
export type AuditRequest =
  | { readonly what: 'verify'; readonly person?: string; readonly record?: string }
  | { readonly what: 'check'; readonly file: string };

/** Who asks, as the audit trail names them: a role and an id, never a name. */
const ACTOR = /^system$|^[a-z]+:[\da-f-]{36}$/;

/** @returns undefined when the arguments do not say it */
export function auditRequest(args: readonly string[]): AuditRequest | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { person: { type: 'string' }, record: { type: 'string' } },
    });
    const [what, file, ...more] = positionals;
    const { person, record } = values;
    if (what === 'verify' && file === undefined) {
      if (record === undefined) return { what, ...(person !== undefined && { person }) };
      return person === undefined && ACTOR.test(record) ? { what, record } : undefined;
    }
    const isCheck = what === 'check' && person === undefined && record === undefined;
    return isCheck && file !== undefined && more.length === 0 ? { what, file } : undefined;
  } catch {
    return undefined;
  }
}
