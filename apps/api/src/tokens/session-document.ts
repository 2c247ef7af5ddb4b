import { ApiProperty } from '@nestjs/swagger';
import { iso } from '#calendar';
import { type Caller, CALLER_ROLES, type CallerRole } from '#identity';
import { type Session } from '#runtime';

/** Where somebody has signed in. */
export class SessionDocument {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ example: 'overgang', description: 'The face' }) readonly face!: string;
  @ApiProperty({ enum: CALLER_ROLES }) readonly role!: CallerRole;
  @ApiProperty({ format: 'date-time' }) readonly startedAt!: string;
  @ApiProperty({ format: 'date-time', description: 'When it was last used, to within ten minutes' })
  readonly usedAt!: string;
  @ApiProperty({ format: 'date-time', description: 'When it ends, unless it is used' })
  readonly expiresAt!: string;
  @ApiProperty({ description: 'Whether it is the one that asks' }) readonly current!: boolean;
}

export class SessionList {
  @ApiProperty({ type: [SessionDocument], description: 'The one used last first' })
  readonly items!: readonly SessionDocument[];
}

export function sessionDocument(
  { id, face, role, startedAt, usedAt, expiresAt }: Session,
  caller: Caller,
): SessionDocument {
  return {
    id,
    face,
    role: role as CallerRole,
    startedAt: iso(startedAt),
    usedAt: iso(usedAt),
    expiresAt: iso(expiresAt),
    current: id === caller.session,
  };
}
