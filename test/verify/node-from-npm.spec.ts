import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const module = fileURLToPath(new URL('node-from-npm.mjs', import.meta.url));
const { NODE_PACKAGES } = (await import(module)) as {
  readonly NODE_PACKAGES: Readonly<Record<string, { readonly name: string; readonly version: string }>>;
};
const { name, version } = NODE_PACKAGES['linux-x64']!;

describe('nodeFromNpm', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'overgang-node-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What it says in a process of its own, with a registry that is not there. */
  function offline(platform: string): { path: string; error: string } {
    const script = `
      const { nodeFromNpm } = await import(${JSON.stringify(module)});
      console.log(nodeFromNpm(${JSON.stringify(folder)}, ${JSON.stringify(platform)}));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        npm_config_registry: 'http://127.0.0.1:9/',
        npm_config_cache: join(folder, 'cache'),
      },
    });
    return { path: stdout.trim(), error: stderr };
  }

  /** A program in the place of Node, which says that it is of this version. */
  function keep(says: string): string {
    const node = join(folder, 'node_modules', name, 'bin', 'node');
    mkdirSync(dirname(node), { recursive: true });
    writeFileSync(node, `#!/bin/sh\necho ${says}\n`);
    chmodSync(node, 0o755);
    return node;
  }

  it('is what was kept, without asking npm', () => {
    const node = keep(version);
    expect(offline('linux-x64')).toEqual({ path: node, error: '' });
  });

  it('is no Node of another version', () => {
    keep('24.0.0');
    expect(offline('linux-x64').error).toContain(`Node ${version} was not installed`);
  });

  it('says that the registry may be out of reach', () => {
    expect(offline('linux-arm64').error).toContain('Is the npm registry reachable from here?');
  });

  it('says that npm has none for the platform', () => {
    expect(offline('sunos-x64').error).toContain('npm has no Node 26 for sunos-x64.');
  });

  it('is of the major version that the image has', () => {
    const dockerfile = readFileSync(new URL('../../apps/Dockerfile', import.meta.url), 'utf8');
    const images = Array.from(dockerfile.matchAll(/^FROM node:(\d+)-slim/gm), ([, major]) => major);
    expect(images).toEqual(['26', '26', '26']);
    for (const { version: each } of Object.values(NODE_PACKAGES)) expect(each.split('.')[0]).toBe('26');
  });
});
