import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own account of what it installed,
 * which it writes last: an installation that was cut short has none.
 */
export function packagesAreInstalled(root) {
  const wanted = packagesOf(new URL('package-lock.json', root));
  const installed = packagesOf(new URL('node_modules/.package-lock.json', root));
  if (!installed) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional === true),
  );
}

/** `npm ci`, with the packages needed to build and test whatever NODE_ENV says. Returns whether it succeeded. */
export function installPackages(root) {
  return runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], root);
}

/** Runs npm in `folder`, the npm that runs us if one does; what it says goes to stderr. Returns whether it succeeded. */
export function runNpm(args, folder) {
  const npm = process.env.npm_execpath;
  const [command, all] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
  return spawnSync(command, all, { cwd: folder, stdio: ['ignore', 2, 2] }).status === 0;
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
