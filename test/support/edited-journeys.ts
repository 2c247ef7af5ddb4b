import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Test fixture: a folder of journeys, copied so that a test can change what they say. */
export class EditedJourneys {
  private constructor(readonly folder: string) {}

  /** @param ids of the journeys to copy; all of the folder unless given */
  static async of(from: string, ids?: readonly string[]): Promise<EditedJourneys> {
    const journeys = new EditedJourneys(await mkdtemp(join(tmpdir(), 'journeys-')));
    await journeys.bring(from, ids);
    return journeys;
  }

  /** Copies more to it. */
  async bring(from: string, ids: readonly string[] = ['']): Promise<void> {
    for (const id of ids) await cp(join(from, id), join(this.folder, id), { recursive: true });
  }

  /** Copies one journey under an id of its own, with more said of it. */
  async copy(from: string, id: string, ...said: readonly string[]): Promise<void> {
    await cp(from, join(this.folder, id), { recursive: true });
    await this.edit(`${id}/2025-01-01.yaml`, /^id: .*$/m, [`id: ${id}`, ...said].join('\n'));
  }

  /** @throws Error when the file does not say what is to be replaced */
  async edit(file: string, before: string | RegExp, after: string): Promise<void> {
    const path = join(this.folder, file);
    const text = await readFile(path, 'utf8');
    const edited = text.replace(before, after);
    if (edited === text) throw new Error(`${file} does not say ${String(before)}`);
    await writeFile(path, edited);
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }
}
