import { createHmac } from 'node:crypto';
import { type KeyedDigest } from '../ports.js';

/** A keyed digest under a secret that everybody knows: for made-up people only. */
export class MemoryKeyedDigest implements KeyedDigest {
  async of(text: string): Promise<Buffer> {
    return createHmac('sha256', 'for made-up people only').update(text).digest();
  }
}
