import { open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { iso } from '#calendar';
import { ERASED_KINDS, type Erasure, type ErasureList, ErasureReason } from '#runtime';

/** Where the list is. */
export const ERASURES_VARIABLE = {
  name: 'ERASURES_FILE',
  remedy: 'the path of the list of erasures, on another disk than the database and in none of its backups',
  read: (path: string): string => path,
} as const;

const NEWLINE = 0x0a;

/**
 * A write-ahead log of erasures: a file of JSON Lines that is only ever added to. It belongs on another disk than the database, and into
 * none of the database's backups. A line that a crash cut short was never acknowledged, and is passed over.
 */
export class FileErasureList implements ErasureList {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async append({ kind, id, at, reason }: Erasure): Promise<void> {
    const file = await open(this.#path, 'a+', 0o600);
    try {
      const line = `${JSON.stringify({ kind, id, at: iso(at), reason })}\n`;
      await file.write((await endsCleanly(file)) ? line : `\n${line}`);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(dirname(this.#path));
  }

  async *read(): AsyncGenerator<Erasure> {
    const text = await readFile(this.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    for (const line of text.split('\n')) {
      const erasure = erasureIn(line);
      if (erasure) yield erasure;
    }
  }
}

async function endsCleanly(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] === NEWLINE;
}

/** The name of a new file is as durable as its folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

function erasureIn(line: string): Erasure | undefined {
  try {
    const { kind, id, at, reason } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    const known = Object.values(ErasureReason).find(word => word === reason);
    const erasedKind = ERASED_KINDS.find(word => word === kind);
    if (!erasedKind || typeof id !== 'string' || !known) return undefined;
    return { kind: erasedKind, id, at: Date.parse(String(at)), reason: known };
  } catch {
    return undefined;
  }
}
