import { parseArgs } from 'node:util';
import { ErasureReason } from '#runtime';

/** What `npm run erase` is asked to do. */
export type EraseRequest =
  | {
      readonly what: 'journey';
      readonly id: string;
      readonly reason: ErasureReason;
      readonly underWay: boolean;
    }
  /** Without an id their CPR number comes in on stdin. */
  | { readonly what: 'person'; readonly id: string | undefined; readonly reason: ErasureReason }
  | { readonly what: 'expired'; readonly most: number }
  | { readonly what: 'apply' };

const MOST = 10_000;

/** @returns undefined when the arguments do not say it */
export function eraseRequest(args: readonly string[]): EraseRequest | undefined {
  const parsed = parse(args);
  if (!parsed) return undefined;
  const { values, positionals } = parsed;
  const [what, id, ...more] = positionals;
  if (more.length > 0) return undefined;
  const reason = Object.values(ErasureReason).find(known => known === values.reason);
  switch (what) {
    case 'journey':
      if (id === undefined || !reason) return undefined;
      return { what, id, reason, underWay: values['under-way'] ?? false };
    case 'person':
      if ((id === undefined) !== (values['cpr-from-stdin'] ?? false) || !reason) return undefined;
      return { what, id, reason };
    case 'expired': {
      const most = Number(values.most ?? MOST);
      return id === undefined && Number.isSafeInteger(most) && most > 0 ? { what, most } : undefined;
    }
    case 'apply':
      return id === undefined ? { what } : undefined;
    default:
      return undefined;
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        reason: { type: 'string' },
        'under-way': { type: 'boolean' },
        'cpr-from-stdin': { type: 'boolean' },
        most: { type: 'string' },
      },
    });
  } catch {
    // What it does not know it says in words that repeat the argument.
    return undefined;
  }
}
