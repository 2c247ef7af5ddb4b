import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_JOURNEYS } from './api/system.js';

/** The sample journeys, in which whoever moves may move with somebody who has no CPR number. */
export interface UnregisteredPartner {
  readonly journeysDir: string;
  remove(): Promise<void>;
}

/** Writes them to a folder of their own. */
export async function unregisteredPartner(): Promise<UnregisteredPartner> {
  const journeysDir = await mkdtemp(join(tmpdir(), 'journeys-'));
  await cp(SAMPLE_JOURNEYS, journeysDir, { recursive: true });
  const change = async (file: string, ...changes: readonly (readonly [string, string])[]) => {
    const path = join(journeysDir, 'relocating', file);
    let text = await readFile(path, 'utf8');
    for (const [from, to] of changes) {
      if (!text.includes(from)) throw new Error(`${file} of the sample no longer says "${from}".`);
      text = text.replace(from, to);
    }
    await writeFile(path, text);
  };
  await change(
    '2025-01-01.yaml',
    ['partner: { optional: true }', 'partner: { optional: true, unregistered: true }'],
    ['person: = move.partner }', 'as: { name: = move.partner, address: = move.address } }'],
  );
  await change('forms/move.yaml', [
    'partner: { type: string, format: cpr }',
    'partner: { type: string, maxLength: 64 }',
  ]);
  return { journeysDir, remove: () => rm(journeysDir, { recursive: true }) };
}
