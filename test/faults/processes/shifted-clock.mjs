// Loaded before a program of ours (`node --import`): its clock is off by as many milliseconds as the file named by
// OVERGANG_TEST_CLOCK says, and steps when the file changes.
import { readFileSync, watchFile } from 'node:fs';

const file = process.env['OVERGANG_TEST_CLOCK'];
const TrueDate = globalThis.Date;
const trueNow = TrueDate.now;
let offset = 0;

const read = () => {
  const text = readFileSync(file, 'utf8').trim();
  // An empty file is one that is just being written.
  if (text !== '') offset = Number(text);
};
read();
watchFile(file, { interval: 50, persistent: false }, read);

const now = () => trueNow() + offset;
TrueDate.now = now;
globalThis.Date = new Proxy(TrueDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: target => new target(now()).toString(),
});
// Whoever knows a value by its constructor, as CEL does, finds the one that everybody names.
TrueDate.prototype.constructor = globalThis.Date;
