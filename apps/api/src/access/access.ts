import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiSecurity } from '@nestjs/swagger';
import { Problems } from '../problem/problems.decorator.js';
import { CALLER_ROLES, type CallerRole } from '#identity';

/** Who may call a route. A route that does not say is closed to all. */
export type Access =
  /** Anyone; nothing personal is behind it. `acting`: whoever acts for another is asked for their mandate. */
  | { readonly kind: 'open'; readonly acting?: true }
  /** Whoever has one of the roles, by a verified token. */
  | {
      readonly kind: 'role';
      readonly roles: readonly CallerRole[];
      /** The one of them in which nobody does anything but for somebody else. */
      readonly onlyFor?: CallerRole;
    }
  /** A registered face, by its secret. */
  | { readonly kind: 'face' }
  /** An authority, by its signature over the raw body. */
  | { readonly kind: 'authority' }
  /** Ops, or a scraper with the metrics token. */
  | { readonly kind: 'scraper' };

/** The header that names the person for whom a citizen acts, or whom a caseworker helps. */
export const ON_BEHALF_OF = 'On-Behalf-Of';

/** Its value in an answer: whom it is for, and what they are called by now (RFC 8187). */
export function actedFor(person: string, name: string): string {
  const coded = encodeURIComponent(name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16)}`);
  return `${person}; name*=UTF-8''${coded}`;
}

export const ACCESS = 'overgang:access';

const role = (...roles: readonly CallerRole[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ACCESS, { kind: 'role', roles } satisfies Access),
    ...roles.map(name => ApiBearerAuth(name)),
  );

const ActingHeader = (): MethodDecorator & ClassDecorator =>
  ApiHeader({
    name: ON_BEHALF_OF,
    required: false,
    description:
      "The person whom you act for, of those in GET /v1/mandates; left out: yourself. A caseworker always names whom they help, of those in GET /v1/assistances. Under a mandate the answer names the person again, with what they are called by now: `<person>; name*=UTF-8''<name>` (RFC 8187)",
    schema: { type: 'string', format: 'uuid' },
  });

export const Open = (): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS, { kind: 'open' } satisfies Access);
/** Citizens, and caseworkers for those whom they help. */
export const Citizen = (): MethodDecorator & ClassDecorator =>
  applyDecorators(
    role('citizen', 'caseworker'),
    SetMetadata(ACCESS, {
      kind: 'role',
      roles: ['citizen', 'caseworker'],
      onlyFor: 'caseworker',
    } satisfies Access),
    ActingHeader(),
  );
/** Anyone; to whoever acts for another it tells what is for that person. */
export const OpenOrActing = (): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ACCESS, { kind: 'open', acting: true } satisfies Access),
    ActingHeader(),
    Problems('no-mandate'),
  );
/** Whoever has signed in, in whatever role. */
export const AnyRole = (): MethodDecorator & ClassDecorator => role(...CALLER_ROLES);
export const Caseworker = (): MethodDecorator & ClassDecorator => role('caseworker');
export const Ops = (): MethodDecorator & ClassDecorator => role('ops');
export const Designer = (): MethodDecorator & ClassDecorator => role('designer');
/** Whoever writes definitions, and whoever approves them. */
export const CatalogueReader = (): MethodDecorator & ClassDecorator => role('designer', 'approver');
export const Auditor = (): MethodDecorator & ClassDecorator => role('auditor');
export const SignedByAuthority = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ACCESS, { kind: 'authority' } satisfies Access), ApiSecurity('authority'));
export const Scraper = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ACCESS, { kind: 'scraper' } satisfies Access), ApiBearerAuth('ops'));
