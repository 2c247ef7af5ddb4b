import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runFolder } from '../../../test/support/index.js';

const SLOWLY = 120_000; // each builds, some twice

const HERE = fileURLToPath(new URL('../../../', import.meta.url));

/** A small clone: our set-up and settings, one source, one data folder, the real packages, and an npm that only tells. */
function smallClone(): Clone {
  const root = join(runFolder(), `clone-${randomUUID()}`);
  for (const path of [
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'apps/tsconfig.build.json',
    'apps/standalone/set-up',
    'apps/standalone/set-up.mjs',
  ]) {
    cpSync(join(HERE, path), join(root, path), { recursive: true });
  }
  const clone = new Clone(root);
  symlinkSync(join(HERE, 'node_modules'), join(root, 'node_modules'));
  clone.write('libs/sum/src/index.ts', 'export const sum = (a: number, b: number): number => a + b;\n');
  clone.write('libs/sum/contracts/a.yaml', 'a: 1\n');
  clone.write(
    'npm.js',
    `import { appendFileSync } from 'node:fs';
     appendFileSync(new URL('npm.log', import.meta.url), process.argv.slice(2).join(' '));
     process.exit(Number(process.env.NPM_FAILS ?? 0));`,
  );
  return clone;
}

class Clone {
  constructor(readonly root: string) {}

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  setUp(environment: Readonly<Record<string, string>> = {}): { status: number | null; said: string } {
    const { status, stderr, stdout } = spawnSync(process.execPath, ['apps/standalone/set-up.mjs'], {
      cwd: this.root,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', npm_execpath: join(this.root, 'npm.js'), ...environment },
    });
    expect(stdout).toBe(''); // `npm run journey -- draw > file` must not find our words in the file
    return { status, said: stderr };
  }
}

describe('set-up', () => {
  it(
    'builds once, with its data beside, and then has nothing to say',
    () => {
      const clone = smallClone();
      expect(clone.setUp()).toEqual({ status: 0, said: 'Building …\n' });
      expect(clone.read('dist/libs/sum/src/index.js')).toContain('a + b');
      expect(clone.read('dist/libs/sum/contracts/a.yaml')).toBe('a: 1\n');
      expect(clone.setUp()).toEqual({ status: 0, said: '' });
      expect(clone.has('npm.log')).toBe(false);
    },
    SLOWLY,
  );

  it(
    'builds again when a source or its data changed, and forgets what is gone',
    () => {
      const clone = smallClone();
      clone.write('libs/sum/src/gone.ts', 'export const gone = 1;\n');
      clone.write('libs/sum/contracts/gone.yaml', 'gone: 1\n');
      expect(clone.setUp().status).toBe(0);
      clone.write('libs/sum/contracts/a.yaml', 'a: 2\n');
      rmSync(join(clone.root, 'libs/sum/src/gone.ts'));
      rmSync(join(clone.root, 'libs/sum/contracts/gone.yaml'));
      expect(clone.setUp()).toEqual({ status: 0, said: 'Building …\n' });
      expect(clone.read('dist/libs/sum/contracts/a.yaml')).toBe('a: 2\n');
      expect([
        clone.has('dist/libs/sum/src/gone.js'),
        clone.has('dist/libs/sum/contracts/gone.yaml'),
      ]).toEqual([false, false]);
      expect(clone.has('dist/libs/sum/src/index.js')).toBe(true);
    },
    SLOWLY,
  );

  it(
    'says which source does not compile, and tries again the next time',
    () => {
      const clone = smallClone();
      clone.write('libs/sum/src/wrong.ts', 'export const wrong: number = "text";\n');
      for (let time = 0; time < 2; time++) {
        const { status, said } = clone.setUp();
        expect(status).toBe(1);
        expect(said).toContain('libs/sum/src/wrong.ts(1,14): error TS2322');
        expect(said).toContain('The sources do not compile: see above.');
      }
    },
    SLOWLY,
  );

  it(
    'installs when a package has another version than the lock file says, or none',
    () => {
      const clone = smallClone();
      const lock = JSON.parse(clone.read('package-lock.json')) as {
        packages: Record<string, { version: string }>;
      };
      lock.packages['node_modules/yaml'] = { ...lock.packages['node_modules/yaml'], version: '0.0.1' };
      clone.write('package-lock.json', JSON.stringify(lock));
      expect(clone.setUp().said).toBe('Installing packages (npm ci) …\nBuilding …\n');
      expect(clone.read('npm.log')).toBe('ci --include=dev --no-audit --no-fund');
      rmSync(join(clone.root, 'node_modules'));
      const { status, said } = clone.setUp({ NPM_FAILS: '1' });
      expect(status).toBe(1);
      expect(said).toContain('npm ci failed: see above.');
    },
    SLOWLY,
  );

  it(
    'is not held up by the lock of one that was killed',
    () => {
      const clone = smallClone();
      const { pid } = spawnSync(process.execPath, ['-e', '']); // a number that no process has any more
      clone.write('.overgang/set-up.lock', String(pid));
      expect(clone.setUp()).toEqual({ status: 0, said: 'Building …\n' });
      expect(clone.has('.overgang/set-up.lock')).toBe(false);
    },
    SLOWLY,
  );
});

describe('the version of Node', () => {
  it.each([
    ['20.18.9', true],
    ['18.20.0', true],
    ['20.19.0', false],
    ['20.20.2', false],
    ['22.0.0', false],
    ['26.10.0', false],
  ])('%s: too old is %s', (version, tooOld) => {
    const module = fileURLToPath(new URL('node-version.mjs', import.meta.url));
    const script = `import { lackOfNode } from ${JSON.stringify(module)}; process.stdout.write(lackOfNode('${version}') ?? '');`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(stdout).toBe(
      tooOld
        ? `Overgang needs Node 20.19 or newer, this is Node ${version}: install one from https://nodejs.org and try again.`
        : '',
    );
  });
});
