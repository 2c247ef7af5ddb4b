import 'reflect-metadata';
import { type DynamicModule, type Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiModule } from '../api.module.js';
import { ACCESS } from './access.js';

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
      signIn: { issuer: 'https://i', keys },
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
});
