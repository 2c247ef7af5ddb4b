import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { STARTING, startSystem, type System } from '../e2e/api/system.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = (path: string): string => join(root, 'node_modules', path);

const SPECTRAL = 'extends: [[spectral:oas, recommended]]\n';
const REDOCLY = 'extends: [recommended]\ntelemetry: off\n';
const QUIET = {
  ...process.env,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  NODE_OPTIONS: '',
};

/** What others make of our document with tools that know nothing of us. */
describe('the OpenAPI document', () => {
  let system: System;
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const node = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await run(process.execPath, args, {
      cwd: folder,
      env: QUIET,
      maxBuffer: 1 << 26,
    }).catch((error: Error & { stdout?: string; stderr?: string }) => {
      throw new Error(`${error.message}\n${error.stdout}\n${error.stderr}`);
    });
    return stdout;
  };

  beforeAll(async () => {
    system = await startSystem();
    folder = await mkdtemp(join(root, 'dist', 'openapi-'));
    await writeFile(at('api.json'), (await system.anonymous().get('/docs-json')).text);
  }, STARTING);
  afterAll(async () => {
    await system?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  it('has nothing against it under the recommended rules of Spectral', async () => {
    await writeFile(at('spectral.yaml'), SPECTRAL);
    const cli = bin('@stoplight/spectral-cli/dist/index.js');
    const found = await node(
      cli,
      'lint',
      'api.json',
      '-r',
      'spectral.yaml',
      '-f',
      'json',
      '--fail-severity',
      'hint',
      '-q',
    );
    expect(JSON.parse(found || '[]')).toEqual([]);
  });

  it('has nothing against it under the recommended rules of Redocly', async () => {
    await writeFile(at('redocly.yaml'), REDOCLY);
    const cli = bin('@redocly/cli/bin/cli.js');
    const found = await node(cli, 'lint', 'api.json', '--config', 'redocly.yaml', '--format', 'json');
    expect(JSON.parse(found)).toMatchObject({ totals: { errors: 0, warnings: 0 }, problems: [] });
  });

  it('makes a client that type-checks, and walks a journey', async () => {
    await node(bin('openapi-typescript/bin/cli.js'), 'api.json', '-o', 'api.d.ts');
    const options = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        exactOptionalPropertyTypes: true,
        rootDirs: [folder, join(root, 'test/openapi')],
        rootDir: root,
        outDir: at('out'),
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        types: ['node'],
      },
      include: [],
      files: [join(root, 'test/openapi/walk.mts'), at('api.d.ts')],
    };
    await writeFile(at('tsconfig.json'), JSON.stringify(options));
    await node(bin('typescript/bin/tsc'), '-p', 'tsconfig.json');
    const [anna, bo] = await Promise.all(['6110851234', '6204862345'].map(cpr => tokenOf(cpr)));
    const told = await node(at('out/test/openapi/walk.mjs'), system.api, anna!, bo!);
    expect(told).toContain('given');
    expect(told).toContain('submitted you');
  });

  const tokenOf = async (cpr: string): Promise<string> => (await system.citizen(cpr)).token!;
});
