import 'reflect-metadata';
import {
  Controller,
  type DynamicModule,
  type ExecutionContext,
  Get,
  RequestMethod,
  type Type,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { LocalIssuer, TokenVerifier } from '#identity';
import { ApiModule } from '../api.module.js';
import { type ShedLoad } from '../http/admission/shed-load.js';
import { BodyReader } from '../http/body/body-reader.js';
import { type Attempts } from '../limits/attempts.js';
import { EdgeError } from '../problem/edge-error.js';
import { ACCESS } from './access.js';
import { AccessGuard } from './access.guard.js';
import { AuthoritySignatures } from './authority-signatures.js';

const clock = { now: () => Date.parse('2026-03-01T12:00:00Z') };

/** Every method of a controller that answers a route. */
function handlersOf(controller: Type): readonly { readonly name: string; readonly handler: object }[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap(key => {
    const handler = key === 'constructor' ? undefined : prototype[key];
    if (typeof handler !== 'function' || Reflect.getMetadata('method', handler) === undefined) return [];
    return [{ name: `${controller.name}.${key}`, handler }];
  });
}

/** The controllers of a module and of all that it imports. */
function controllersOf(module: Type | DynamicModule): readonly Type[] {
  const made = 'module' in module ? module : undefined;
  const type = made?.module ?? (module as Type);
  const declared = (what: 'controllers' | 'imports') => [
    ...((Reflect.getMetadata(what, type) ?? []) as readonly (Type | DynamicModule)[]),
    ...((made?.[what] ?? []) as readonly (Type | DynamicModule)[]),
  ];
  return [...(declared('controllers') as Type[]), ...declared('imports').flatMap(controllersOf)];
}

describe('access', () => {
  it('is declared for every route of the API, or it would be closed to all', () => {
    const keys = new URL('https://i/keys');
    const api = ApiModule.forRoot({
      issuer: { issuer: 'https://i', audience: 'a', keys },
      authoritySecrets: {},
    });
    const routes = controllersOf(api).flatMap(controller =>
      handlersOf(controller).map(route => ({ ...route, controller })),
    );
    expect(routes.length).toBeGreaterThan(30);
    const undeclared = routes.filter(
      ({ handler, controller }) =>
        new Reflector().getAllAndOverride(ACCESS, [handler as () => void, controller]) === undefined,
    );
    expect(undeclared.map(({ name }) => name)).toEqual([]);
  });

  it('is refused by a route that does not declare it, even to ops', async () => {
    @Controller('forgotten')
    class Forgotten {
      @Get()
      read(): string {
        return 'secret';
      }
    }
    expect(handlersOf(Forgotten)).toHaveLength(1);
    expect(Reflect.getMetadata('method', Forgotten.prototype.read)).toBe(RequestMethod.GET);
    const issuer = await LocalIssuer.open({ issuer: 'https://i', audience: 'a', clock });
    const tokens = new TokenVerifier({ issuer: 'https://i', audience: 'a', keys: issuer.keys() }, clock);
    const attempts = {
      signIn: (_: unknown, tokenOf: () => string) => tokens.verify(tokenOf()),
    } as unknown as Attempts;
    const bodies = new BodyReader(1_000, undefined as unknown as ShedLoad);
    const guard = new AccessGuard(
      new Reflector(),
      attempts,
      new AuthoritySignatures({}, clock, bodies),
      undefined,
    );
    const token = await issuer.sign({
      person: '0195a6c0-0000-7000-8000-00000000000a',
      roles: ['ops', 'citizen'],
    });
    const context = {
      getHandler: () => Forgotten.prototype.read,
      getClass: () => Forgotten,
      switchToHttp: () => ({ getRequest: () => ({ headers: { authorization: `Bearer ${token}` } }) }),
    } as unknown as ExecutionContext;
    await expect(guard.canActivate(context)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(guard.canActivate(context)).rejects.toBeInstanceOf(EdgeError);
  });
});
