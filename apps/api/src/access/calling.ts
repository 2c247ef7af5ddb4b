import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Request } from 'express';
import { type Caller } from '#identity';

/** What the access guard has found out about a request. */
export interface KnownRequest extends Request {
  caller?: Caller;
  authority?: string;
  face?: string;
}

/** The verified caller of a route for citizens, ops or designers. */
export const Calling = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<KnownRequest>();
  if (!caller) throw new Error('A route asks who is calling but lets anyone in; give it a role.');
  return caller;
});

/** The verified caller of an open route, if they act for another. */
export const ActingCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | undefined =>
    context.switchToHttp().getRequest<KnownRequest>().caller,
);

/** The id of the authority that signed the request. */
export const Signer = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { authority } = context.switchToHttp().getRequest<KnownRequest>();
  if (authority === undefined) throw new Error('A route asks who signed but checks no signature.');
  return authority;
});
