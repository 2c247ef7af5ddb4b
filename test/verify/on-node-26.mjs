// Runs a script on Node 26: `node test/verify/on-node-26.mjs <script> <arguments>`.
// That Node comes from npm, is no dependency, and is kept where `npm ci` throws it away.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nodeFromNpm } from './node-from-npm.mjs';

try {
  const node = nodeFromNpm(fileURLToPath(new URL('../../node_modules/.cache/node-26', import.meta.url)));
  process.exitCode = spawnSync(node, process.argv.slice(2), { stdio: 'inherit' }).status ?? 1;
} catch (error) {
  process.stderr.write(`${error.message} To go without: npm run verify -- --skip node-26\n`);
  process.exitCode = 1;
}
