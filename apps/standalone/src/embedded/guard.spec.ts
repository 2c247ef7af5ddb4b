import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runFolder, until } from '../../../../test/support/index.js';

const LOADER = fileURLToPath(new URL('../../../../test/support/typescript.mjs', import.meta.url));
const GUARD = fileURLToPath(new URL('guard.ts', import.meta.url));

// A parent that starts a child, has it guarded, says the child's number and then waits to be killed.
const PARENT = `
  import { spawn } from 'node:child_process';
  import { importTypeScript } from ${JSON.stringify(LOADER)};
  importTypeScript();
  const { guard } = await import(${JSON.stringify(GUARD)});
  const child = spawn('sh', ['-c', process.env.CHILD], { detached: true, stdio: 'ignore' });
  guard(child.pid, 'TERM', process.env.FOLDER);
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

async function parentOf(
  child: string,
  folder: string,
): Promise<{ kill(signal: NodeJS.Signals): Promise<void>; child: number }> {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT], {
    env: { ...process.env, CHILD: child, FOLDER: folder, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [number] = (await once(parent.stdout, 'data')) as [Buffer];
  return {
    child: Number(String(number)),
    kill: async signal => {
      parent.kill(signal);
      await once(parent, 'exit');
    },
  };
}

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

describe('guard', () => {
  // It is given ten seconds, which pass while the others are tried.
  let stubborn: Promise<number>;
  beforeAll(() => {
    stubborn = (async () => {
      const parent = await parentOf('trap "" TERM; while :; do sleep 1; done', '');
      await parent.kill('SIGKILL');
      return parent.child;
    })();
    // It is waited for below; until then its failure is no unhandled one.
    stubborn.catch(() => undefined);
  });

  it.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)(
    'ends the child and removes its folder after %s to the parent',
    async signal => {
      const folder = join(runFolder(), randomUUID());
      mkdirSync(folder);
      const parent = await parentOf('exec sleep 300', folder);
      expect(isGone(parent.child)).toBe(false);
      await parent.kill(signal);
      await until(() => isGone(parent.child) && !existsSync(folder), 'child and folder to be gone');
    },
  );

  it('kills a child that does not listen', async () => {
    const child = await stubborn;
    await until(() => isGone(child), 'the child to be killed', 60);
  }, 90_000);
});
