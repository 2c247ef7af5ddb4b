// A process to be measured: opens the system that its argument names and does what it is told.
import { importTypeScript } from '../support/typescript.mjs';

importTypeScript();
const [, , system, settings] = process.argv;
const { open } = await import(`./systems/${system}.ts`);
const commands = await open(JSON.parse(settings));

process.on('message', async ({ id, command, argument }) => {
  try {
    process.send({ id, result: await commands[command](argument) });
  } catch (error) {
    process.send({ id, error: error instanceof Error ? error.stack : String(error) });
  }
});
process.on('disconnect', () => process.exit());
process.send({ id: 0 });
