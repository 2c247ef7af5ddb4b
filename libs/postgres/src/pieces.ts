/** Where a piece begins, counted from 1 as Postgres does, and how long it is. */
export type Span = readonly [from: number, length: number];

/** Pieces of bytes that travel as one: sealed data in JSON would have to be written as text, a third longer, and read back. */
export class Pieces {
  readonly #pieces: Buffer[] = [];
  #length = 0;

  add(piece: Buffer): Span {
    const place = [this.#length + 1, piece.length] as const;
    this.#pieces.push(piece);
    this.#length += piece.length;
    return place;
  }

  together(): Buffer {
    return Buffer.concat(this.#pieces, this.#length);
  }
}
