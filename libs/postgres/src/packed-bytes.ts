/** Where a piece begins, counted from 1 as Postgres does, and how long it is. */
export type Span = readonly [from: number, length: number];

/** Byte buffer builder: many pieces in one parameter. Encrypted data in JSON would be a third longer, and be encoded and decoded. */
export class PackedBytes {
  readonly #pieces: Buffer[] = [];
  #length = 0;

  add(piece: Buffer): Span {
    const span = [this.#length + 1, piece.length] as const;
    this.#pieces.push(piece);
    this.#length += piece.length;
    return span;
  }

  concat(): Buffer {
    return Buffer.concat(this.#pieces, this.#length);
  }
}
