import { LANGUAGES, namedOtherwise } from '#journey';
import { type ExpandedContract } from './check-contract.js';
import { type ContractSource } from './contract-source.js';
import { extentOf } from './extent-of.js';

/** Lints what services are called: a title that speaks of its authority does so by its name, which then stands there once. */
export function checkTitles({ authority, operations }: ExpandedContract, source: ContractSource): void {
  for (const { operationId, name, at } of operations) {
    for (const language of LANGUAGES) {
      const title = name[language];
      const role = { name: authority.name[language], heldBy: extentOf(authority), language };
      const word = namedOtherwise(title, role);
      if (word === undefined) continue;
      source.fault({
        path: [...at, 'x-service', 'name', language],
        code: 'authority-named-otherwise',
        message: `“${title}” of ${operationId} speaks of ${role.name} by another name, and would be read as “${role.name}: ${title}”.`,
        remedy: `Begin it with ${role.name}, or with something that does not say ${word}.`,
      });
    }
  }
}
