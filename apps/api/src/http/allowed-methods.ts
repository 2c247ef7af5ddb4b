import { type Application } from 'express';

/** As far as we look into Express: its routes, in order, each with a matcher. */
interface Layer {
  readonly route?: { readonly methods?: Readonly<Record<string, boolean>>; readonly path: unknown };
  match(path: string): boolean;
}

/** Route introspection: the methods that a path answers, upper case, sorted; none when there is no such path. */
export function allowedMethods(app: Application, path: string): readonly string[] {
  const layers = (app as unknown as { router: { stack: readonly Layer[] } }).router.stack;
  const methods = new Set<string>();
  for (const layer of layers) {
    if (!layer.route || !matches(layer, path)) continue;
    for (const method of Object.keys(layer.route.methods ?? {})) {
      if (method !== '_all') methods.add(method.toUpperCase());
    }
  }
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].sort();
}

function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    // A path with a broken percent-encoding matches nothing.
    return false;
  }
}
