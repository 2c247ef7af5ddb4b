import { SetMetadata } from '@nestjs/common';
import { type Request } from 'express';
import { type AuditAction } from '#runtime';

export interface Audited {
  readonly action: AuditAction;
  /** What the answer tells of what it was about. */
  readonly concerns: (answer: unknown, request: Request) => readonly string[];
}

export const AUDITED = 'overgang:audited';

/**
 * Whoever calls the route leaves an entry in the audit log, with what it asks about, and the `reason` of its body.
 *
 * @param concerns what the answer tells of what it was about, e.g. the hash of what was published
 */
export const Audited = <Answer>(
  action: AuditAction,
  concerns: (answer: Answer, request: Request) => readonly string[] = () => [],
): MethodDecorator => SetMetadata(AUDITED, { action, concerns });
