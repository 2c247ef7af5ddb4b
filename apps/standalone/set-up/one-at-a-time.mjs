import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Runs `work` while no other process does so for the same clone: `npm start` and `npm test` may be typed at once. */
export async function oneAtATime(root, say, work) {
  const lock = new URL('.overgang/set-up.lock', root);
  mkdirSync(new URL('.', lock), { recursive: true });
  for (let told = false; !taken(lock); told = true) {
    if (!told) say('Waiting for another set-up of this folder to finish …');
    await sleep(200);
  }
  process.once('exit', () => rmSync(lock, { force: true }));
  work();
  rmSync(lock, { force: true });
}

function taken(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isRunning(Number(readFileSync(lock, 'utf8')))) return false;
  rmSync(lock, { force: true }); // left by one that was killed
  return taken(lock);
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
