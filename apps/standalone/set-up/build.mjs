import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { copyData, isData } from './copy-data.mjs';

const MARKER = 'dist/.built'; // as old as the beginning of the last build that succeeded

/** Whether `dist/` is as new as every source and every data file. */
export function isBuilt(root) {
  const marker = new URL(MARKER, root);
  return existsSync(marker) && statSync(marker).mtimeMs >= newestSource(root);
}

/** Compiles apps and libs to `dist/`, copies their data beside them. Returns whether it succeeded. */
export function build(root) {
  const begun = new Date();
  removeOrphans(root);
  copyData(root);
  const tsc = fileURLToPath(new URL('node_modules/typescript/bin/tsc', root));
  const args = [tsc, '-p', 'apps/tsconfig.build.json'];
  if (spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] }).status !== 0) return false;
  const marker = new URL(MARKER, root);
  writeFileSync(marker, '');
  utimesSync(marker, begun, begun); // what changed meanwhile is newer
  return true;
}

function newestSource(root) {
  const files = ['package-lock.json', 'tsconfig.json', ...sources(root)];
  return Math.max(...files.map(file => statSync(new URL(file, root)).mtimeMs));
}

// Folders too: removing a file touches only its folder.
function sources(root) {
  return ['apps', 'libs'].flatMap(top =>
    readdirSync(new URL(top, root), { recursive: true, withFileTypes: true })
      .filter(
        entry =>
          entry.isDirectory() || /\.(tsx?|mjs|json)$/.test(entry.name) || isData(`${entry.parentPath}/`),
      )
      .map(entry => `${entry.parentPath}/${entry.name}`),
  );
}

// What was compiled from a source that is gone, so that nothing imports it by mistake.
function removeOrphans(root) {
  const dist = new URL('dist/', root);
  if (!existsSync(dist)) return;
  for (const file of readdirSync(dist, { recursive: true })) {
    if (!/^(apps|libs)\/.*\/src\/.*\.js$/.test(file)) continue;
    if (['.ts', '.tsx'].some(ending => existsSync(new URL(file.replace(/\.js$/, ending), root)))) continue;
    for (const orphan of [file, `${file}.map`]) rmSync(new URL(orphan, dist), { force: true });
    rmSync(new URL('.tsbuildinfo', dist), { force: true }); // or tsc would believe the file is there, if it returns
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = build(new URL('../../../', import.meta.url)) ? 0 : 1;
}
