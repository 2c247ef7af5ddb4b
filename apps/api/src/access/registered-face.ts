import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';
import { ACCESS, type Access } from './access.js';
import { type KnownRequest } from './calling.js';

export const RegisteredFace = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ACCESS, { kind: 'face' } satisfies Access), ApiSecurity('face'));

/** The id of the face that called. */
export const CallingFace = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { face } = context.switchToHttp().getRequest<KnownRequest>();
  if (face === undefined) throw new Error('A route asks which face calls but lets in others.');
  return face;
});
