// Brings a clone into a state in which it can run: packages installed, sources built. Says nothing when it is so already.
// Runs before `npm start`, `npm test` and their like, on a machine that may have nothing but Node: no dependencies here.
import { lackOfNode } from './set-up/node-version.mjs';
import { installPackages, packagesAreInstalled } from './set-up/packages.mjs';
import { build, isBuilt } from './set-up/build.mjs';
import { oneAtATime } from './set-up/one-at-a-time.mjs';

const root = new URL('../../', import.meta.url);
const say = line => process.stderr.write(`${line}\n`);

const lack = lackOfNode(process.versions.node);
if (lack) {
  say(lack);
  process.exit(1);
}

await oneAtATime(root, say, () => {
  if (!packagesAreInstalled(root)) {
    say('Installing packages (npm ci) …');
    if (!installPackages(root)) fail('npm ci failed: see above. Is the npm registry reachable from here?');
  }
  if (!isBuilt(root)) {
    say('Building …');
    if (!build(root)) fail('The sources do not compile: see above.');
  }
});

function fail(why) {
  say(why);
  process.exit(1);
}
