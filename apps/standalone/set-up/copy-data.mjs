import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';

/** Folders of an app or a lib that are read at run time, beside its `src`. */
const DATA = { libs: ['migrations', 'contracts', 'directory', 'schema'], apps: ['population', 'public'] };

/** Whether a path lies in such a folder. */
export function isData(path) {
  const folders = [...DATA.libs, ...DATA.apps].join('|');
  return new RegExp(`/(libs|apps)/[^/]+/(${folders})/`).test(path);
}

/** Copies the data folders of all libs and apps to the same place below `dist/`, which is emptied of them first. */
export function copyData(root) {
  for (const [top, folders] of Object.entries(DATA)) {
    for (const part of readdirSync(new URL(`${top}/`, root))) {
      for (const folder of folders) {
        const from = new URL(`${top}/${part}/${folder}`, root);
        const to = new URL(`dist/${top}/${part}/${folder}`, root);
        rmSync(to, { recursive: true, force: true });
        if (existsSync(from)) cpSync(from, to, { recursive: true });
      }
    }
  }
}
