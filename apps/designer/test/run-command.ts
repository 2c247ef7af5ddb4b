import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type ServiceCatalogue } from '#journey';
import { fixtureCatalogue } from '../../../libs/workshop/src/check/fixtures/fixture-catalogue.js';
import { runDesigner } from '../src/run-designer.js';

/** The folder that commands are run on unless a test says otherwise. */
export const fixtureJourneys = fileURLToPath(
  new URL('../../../libs/workshop/src/check/fixtures/', import.meta.url),
);

class Page extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Runs a command with what the designer types, and gives what they see. */
export async function designer(
  command: string,
  typed: readonly string[] = [],
  { folder = fixtureJourneys, catalogue = fixtureCatalogue as () => ServiceCatalogue } = {},
) {
  const output = new Page();
  const errors = new Page();
  const code = await runDesigner(command.split(' ').filter(Boolean), {
    input: Readable.from(typed.map(line => `${line}\n`)),
    output,
    errors,
    journeys: folder,
    contracts: 'contracts',
    catalogue,
    now: () => Date.parse('2025-03-01T09:00:00Z'),
  });
  return { code, output: output.text, errors: errors.text };
}
