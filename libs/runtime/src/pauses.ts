import { roleOf } from './role-of.js';

/**
 * Local replica of the pauses in the store, so that neither a commit nor a call asks it. It may be behind for a moment: what is rung
 * for meanwhile is not asked, and what is asked meanwhile is as if it had been a moment earlier.
 */
export class Pauses {
  #names: ReadonlySet<string> = new Set();

  /** @param names the authorities that are paused, and the roles: then all who take them */
  follow(names: Iterable<string>): void {
    this.#names = new Set(names);
  }

  /** Whether a dispatch is to wait, for its authority or that one's role is paused. */
  holds({ service, authority }: { readonly service: string; readonly authority: string }): boolean {
    const names = this.#names;
    return names.size > 0 && (names.has(authority) || names.has(roleOf(service)));
  }
}
