// Lets Node itself import our TypeScript: jest does so for tests, but not for its global set-up.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';

// As `jsx` in tsconfig.json.
const PAGES = {
  parser: { syntax: 'typescript', tsx: true, decorators: true },
  transform: {
    legacyDecorator: true,
    decoratorMetadata: true,
    useDefineForClassFields: true,
    react: { runtime: 'automatic', importSource: 'preact' },
  },
};

export function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    for (const extension of ['.ts', '.tsx']) {
      const source = new URL(specifier.replace(/\.js$/, extension), context.parentURL);
      if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
  }
  return next(specifier, context);
}

export function load(url, context, next) {
  if (!/\.tsx?$/.test(url)) return next(url, context);
  const { code } = transformFileSync(fileURLToPath(url), {
    sourceMaps: 'inline',
    ...(url.endsWith('.tsx') && { jsc: PAGES }),
  });
  return { format: 'module', source: code, shortCircuit: true };
}

/** Called once by who wants to import TypeScript afterwards, dynamically. */
export function importTypeScript() {
  if (module.registerHooks) module.registerHooks({ resolve, load });
  else module.register(import.meta.url); // before Node 22.15
}
