import { dateAt } from '#calendar';
import { type CalendarClock, type DispatchRecord } from '#runtime';
import { type Catalogue } from './catalogue.js';
import { type RegisterEvent } from './contract/contract.js';

/**
 * Authorisation of authorities: who may answer what was asked, and report what. The secret of a role speaks for every authority that
 * takes the role and has none of its own.
 */
export class AuthorityRights {
  readonly #catalogue: Catalogue;
  readonly #clock: CalendarClock;
  readonly #secrets: Readonly<Record<string, string>>;

  /** @param secrets by authority and role */
  constructor(catalogue: Catalogue, clock: CalendarClock, secrets: Readonly<Record<string, string>> = {}) {
    this.#catalogue = catalogue;
    this.#clock = clock;
    this.#secrets = secrets;
  }

  /** @param signer whose secret has signed: an authority's, or a role's */
  mayAnswer({ service, authority }: Pick<DispatchRecord, 'service' | 'authority'>, signer: string): boolean {
    const { directory } = this.#catalogue;
    const asked = this.#catalogue.service(service);
    // Of a service that is no longer in the catalogue nobody else is known to have come after.
    if (!asked || authority === asked.authority) return signer === authority;
    const today = dateAt(this.#clock.now());
    if (signer !== asked.authority) return directory.mayAnswer(asked, authority, signer, today);
    return !Object.hasOwn(this.#secrets, directory.heirOf(asked, authority, today).authority);
  }

  mayReport(event: RegisterEvent, signer: string): boolean {
    return (
      signer === event.authority || this.#catalogue.directory.takes(event, signer, dateAt(this.#clock.now()))
    );
  }
}
