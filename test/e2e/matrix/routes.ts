import { type Application } from 'express';
import { type OverheardApp } from './overheard-app.js';

/** As far as we look into Express: what it asks in turn, each with a route or with more below it. */
interface Layer {
  readonly route?: { readonly path: string | readonly string[]; readonly methods: object };
}
interface Router {
  readonly stack: readonly Layer[];
}

/**
 * Every route that the application answers, `GET /v1/journeys/:journey`, whether or not it is documented, also those of what is
 * mounted into it. What is mounted and has no routes, as a folder of files, is `USE /path`.
 */
export function routesOf({ express, mounts }: OverheardApp): readonly string[] {
  const own = routesOfRouter((express as unknown as { router: Router }).router, '');
  const paths = [...new Set(mounts.map(({ path }) => path))];
  const mounted = paths.flatMap(path => {
    const handlers = mounts.flatMap(mount => (mount.path === path ? mount.handlers : []));
    const below = handlers.flatMap(handler => routesBelow(handler, path));
    return below.length > 0 ? below : [`USE ${path}`];
  });
  return [...new Set([...own, ...mounted])].sort();
}

function routesBelow(handler: unknown, path: string): readonly string[] {
  const router = (handler as Partial<Application> | undefined)?.router as Router | undefined;
  return router === undefined ? [] : routesOfRouter(router, path);
}

function routesOfRouter({ stack }: Router, before: string): readonly string[] {
  return stack.flatMap(layer => {
    const inner = (layer as { readonly handle?: Partial<Router> }).handle?.stack;
    if (inner) return routesOfRouter({ stack: inner }, before);
    const { route } = layer;
    if (!route) return [];
    const methods = Object.keys(route.methods).map(method => method.toUpperCase());
    return [route.path].flat().flatMap(path => methods.map(method => `${method} ${before}${path}`));
  });
}

/** The same name for a route of the OpenAPI document. */
export function documentedRoute(method: string, path: string): string {
  return `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
}
