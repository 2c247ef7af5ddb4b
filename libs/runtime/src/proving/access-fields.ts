import { iso } from '#calendar';
import { TEXT_SERVICE } from '../mailbox/second-channels.js';
import { type AccessRecord, type GivenRecord } from '../ports.js';

/** One field of what is proven: text, or a list of it. */
export type AccessField = string | readonly string[];

/** An access record as its entry in a chain commits to it, field by field. */
export type AccessFields = Readonly<Record<string, AccessField>>;

/** Fields that say who else it was: committed to, and shown to no person. */
export const NEVER_SHOWN: readonly string[] = ['persons', 'holder', 'actedFor', 'actor'];

/** Fields that may be shown of a case that is not the reader's to see. */
export const SHOWN_SPARSELY: readonly string[] = ['kind', 'at', 'categories'];

/**
 * What never changes of a record; how far a request has come, when help is over, and which version of its definition a journey follows, is
 * left out.
 *
 * @param actor who has looked, as the audit trail has it
 */
export function accessFields(record: AccessRecord, actor?: string): AccessFields {
  const { kind, id, at } = record;
  const common = { kind, id, at: iso(at) };
  switch (record.kind) {
    case 'looked':
      return { ...common, journey: record.journey, by: record.by, actor: actor ?? record.by };
    case 'given': {
      const { journey, service, authority, state, persons, categories, ground, acting } = record;
      return {
        kind,
        id,
        at: iso(at),
        journey,
        service,
        authority,
        persons,
        categories,
        ground,
        ...(state !== undefined && { state }),
        ...actingFields(acting),
      };
    }
    case 'helped': {
      const { person, authority, identified, receivedOn, reason, caseworker } = record;
      const received = receivedOn !== undefined && { receivedOn };
      return { ...common, person, authority, identified, ...received, reason, ...actorOf(caseworker) };
    }
    case 'acted': {
      const { authority, did, task, caseworker } = record;
      const asked = task !== undefined && { task };
      return { ...common, ...placeOf(record), authority, did, ...asked, ...actorOf(caseworker) };
    }
    case 'written': {
      const { service, authority, categories, ground } = record;
      return { ...common, ...aboutOf(record), service, authority, categories, ground };
    }
    case 'correction': {
      const { correction, givenIn, service, authority, categories, ground, acting } = record;
      const asked = { correction, givenIn, service, authority, categories, ground };
      return { ...common, ...asked, ...actingFields(acting) };
    }
    case 'texted': {
      const { way, address, purpose, categories, ground } = record;
      return { ...common, ...placeOf(record), ...TEXT_SERVICE, way, address, purpose, categories, ground };
    }
  }
}

/** Under whose key an entry stands: a journey, a mandate, a correction, or else the person. */
export function ownerOf({ journey, mandate, correction, person }: AccessFields): string {
  return String(journey ?? mandate ?? correction ?? person);
}

function actingFields(acting: GivenRecord['acting']): AccessFields {
  return {
    ...(acting && { holder: acting.holder, actedFor: acting.person }),
    ...(acting?.authority !== undefined && { holderAuthority: acting.authority }),
  };
}

type About = Pick<Extract<AccessRecord, { kind: 'written' }>, 'mandate' | 'correction'>;

function aboutOf({ mandate, correction }: About): AccessFields | undefined {
  if (mandate !== undefined) return { mandate };
  return correction === undefined ? undefined : { correction };
}

function placeOf(record: Extract<AccessRecord, { kind: 'acted' | 'texted' }> & About): AccessFields {
  if (record.of) return { journey: record.of.journey };
  return aboutOf(record) ?? { person: record.person };
}

function actorOf(caseworker: string): AccessFields {
  return { by: 'caseworker', actor: `caseworker:${caseworker}` };
}
