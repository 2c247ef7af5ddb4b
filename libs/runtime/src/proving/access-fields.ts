import { iso } from '#calendar';
import { type AccessRecord } from '../ports.js';

/** One field of what is proven: text, or a list of it. */
export type AccessField = string | readonly string[];

/** An access record as its entry in a chain commits to it, field by field. */
export type AccessFields = Readonly<Record<string, AccessField>>;

/** Fields that say who else it was: committed to, and shown to no person. */
export const NEVER_SHOWN: readonly string[] = ['persons', 'holder', 'actedFor', 'actor'];

/** Fields that may be shown of a case that is not the reader's to see. */
export const SHOWN_SPARSELY: readonly string[] = ['kind', 'at', 'categories'];

/**
 * What never changes of a record; how far a request has come, and which version of its definition a journey follows, is left out.
 *
 * @param actor who has looked, as the audit trail has it
 */
export function accessFields(record: AccessRecord, actor?: string): AccessFields {
  const { kind, id, at, journey } = record;
  const common = { kind, id, at: iso(at), journey };
  if (record.kind === 'looked') return { ...common, by: record.by, actor: actor ?? record.by };
  const { service, authority, state, persons, categories, ground, acting } = record;
  return {
    ...common,
    service,
    authority,
    ...(state !== undefined && { state }),
    persons,
    categories,
    ground,
    ...(acting && { holder: acting.holder, actedFor: acting.person }),
  };
}
