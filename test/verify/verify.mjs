// Says yes or no to the whole: runs every check, goes on past a failing one, and lists what failed at the end.
// `npm run verify -- --skip tests` leaves steps out, by name, with commas between them.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { STEPS } from './steps.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const say = line => process.stdout.write(`${line}\n`);

const skipped = skippedSteps(process.argv.slice(2));
const failed = [];
for (const { name, command, environment } of STEPS) {
  if (skipped.includes(name)) {
    say(`- ${name}: skipped`);
    continue;
  }
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const took = `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  if (status === 0) {
    say(`✓ ${name} (${took})`);
  } else {
    failed.push(name);
    say(`✗ ${name} (${took}): node ${command.join(' ')}`);
    say(`${stdout ?? ''}${stderr ?? ''}`.trimEnd());
  }
}
say(failed.length === 0 ? 'Verified.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

function skippedSteps(args) {
  const names = args[0] === '--skip' ? (args[1] ?? '').split(',') : [];
  const unknown =
    args.length > 0 && (args[0] !== '--skip' || args.length > 2) ? args : names.filter(isUnknown);
  if (unknown.length === 0) return names;
  say(`Unknown: ${unknown.join(' ')}. Use --skip with some of ${STEPS.map(({ name }) => name).join(',')}.`);
  process.exit(2);
}

function isUnknown(name) {
  return STEPS.every(step => step.name !== name);
}
