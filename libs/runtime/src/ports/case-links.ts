/** Where people read a journey: the link that stands in what is sent to them. */
export abstract class CaseLinks {
  /** An absolute address; undefined where nobody has said at which address people reach this system. */
  abstract to(journey: string): string | undefined;
}

/** Links below the public address of this system. */
export class PublicCaseLinks extends CaseLinks {
  readonly #address: string | undefined;

  /** @param address such as `https://overgang.example` */
  constructor(address: string | undefined) {
    super();
    this.#address = address?.replace(/\/+$/, '');
  }

  to(journey: string): string | undefined {
    return this.#address === undefined ? undefined : `${this.#address}/journeys/${journey}`;
  }
}
