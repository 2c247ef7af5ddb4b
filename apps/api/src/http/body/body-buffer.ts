interface Coming {
  bytes: number;
  readonly makeRoom: () => void;
}

/** A body that is on its way. */
export interface Incoming {
  grow(bytes: number): void;
  leave(): void;
}

/**
 * Bounded buffer of all bodies that are on their way: when it is full, the body that has taken longest gives way. Whoever sends
 * at once is through before that; whoever holds room by sending slowly loses it first.
 */
export class BodyBuffer {
  // In the order in which they began.
  readonly #coming = new Set<Coming>();
  #bytes = 0;
  readonly #most: number;

  /** @param most bytes of all together; must be more than a single body may have */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param makeRoom is called at most once, after which the body has left */
  enter(makeRoom: () => void): Incoming {
    const coming: Coming = { bytes: 0, makeRoom };
    this.#coming.add(coming);
    return {
      grow: bytes => {
        if (!this.#coming.has(coming)) return;
        coming.bytes += bytes;
        this.#bytes += bytes;
        this.#fit();
      },
      leave: () => this.#remove(coming),
    };
  }

  #fit(): void {
    for (const oldest of this.#coming) {
      if (this.#bytes <= this.#most) return;
      if (oldest.bytes === 0) continue;
      this.#remove(oldest);
      oldest.makeRoom();
    }
  }

  #remove(coming: Coming): void {
    if (this.#coming.delete(coming)) this.#bytes -= coming.bytes;
  }
}
