import { SetMetadata } from '@nestjs/common';
import { type AuditAction, type HelpingAct } from '#runtime';
import { type Audited } from './audited.js';

export const HELPING_ACT = 'overgang:helping-act';

/** Request header by which a caseworker's face says that what it reads is printed for the person. */
export const PURPOSE = 'Overgang-Purpose';
export const LETTER = 'letter';

/**
 * What a caseworker does for somebody by calling the route, as it stands in that person's log; without it, a look or another act.
 *
 * @param concerns what the answer tells of what it was about
 */
export const Helps = <Answer>(
  action: HelpingAct | typeof AuditAction.assistedLook,
  concerns: (answer: Answer) => readonly string[] = () => [],
): MethodDecorator => SetMetadata(HELPING_ACT, { action, concerns } as Audited);
