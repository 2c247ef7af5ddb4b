import { type Erasure } from '../erasing/erasure.js';
import { type ErasureList } from '../erasing/ports.js';

/** A list of erasures in memory. */
export class MemoryErasureList implements ErasureList {
  readonly lines: Erasure[] = [];

  async append(erasure: Erasure): Promise<void> {
    this.lines.push(erasure);
  }

  async *read(): AsyncGenerator<Erasure> {
    yield* this.lines;
  }
}
