import { basename, dirname } from 'node:path/posix';
import { propertiesOf } from '#schema';
import { type ExpandedContract } from './check-contract.js';
import { type ContractSource } from './contract-source.js';
import { nameFaults } from './name-faults.js';
import { openingHours } from './opening-hours.js';

const AT = ['info', 'x-authority'];

/** Lints what a contract says of its authority: where its file is, its name, its hours, what it holds. */
export function checkAuthority(contract: ExpandedContract, source: ContractSource): void {
  checkPlace(contract, source);
  checkName(contract, source);
  checkHours(contract, source);
  checkHeld(contract, source);
}

function checkPlace({ authority: { id, tier } }: ExpandedContract, source: ContractSource): void {
  const expected = `${id.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}.yaml`;
  const actual = basename(source.file);
  if (actual !== expected) {
    source.fault({
      path: [...AT, 'id'],
      code: 'misplaced-contract',
      message: `The contract of ${id} is called ${expected}, not ${actual}.`,
      remedy: 'Rename the file, or correct the id.',
    });
  }
  const folder = dirname(source.file);
  if (folder !== tier) {
    source.fault({
      path: [...AT, 'tier'],
      code: 'misplaced-contract',
      message: `A contract of tier ${tier} belongs in the folder ${tier}, not ${folder}.`,
      remedy: 'Move the file, or correct the tier.',
    });
  }
}

function checkName({ authority: { name } }: ExpandedContract, source: ContractSource): void {
  for (const { language, ...fault } of nameFaults(name)) {
    source.fault({ path: [...AT, 'name', language], ...fault });
  }
}

function checkHours({ authority: { hours = {} } }: ExpandedContract, source: ContractSource): void {
  for (const [day, { from, until }] of Object.entries(openingHours(hours))) {
    if (from < until) continue;
    source.fault({
      path: [...AT, 'hours', day],
      code: 'hours-backwards',
      message: `On ${day} the telephone closes at ${until}, before it opens at ${from}.`,
      remedy: 'Write when it opens first, then when it closes.',
    });
  }
}

function checkHeld(
  { authority: { holds = {} }, operations }: ExpandedContract,
  source: ContractSource,
): void {
  for (const [data, { service }] of Object.entries(holds)) {
    const giver = operations.find(({ operationId }) => operationId === service);
    if (giver && Object.hasOwn(propertiesOf(giver.answer.schema), data)) continue;
    source.fault({
      path: [...AT, 'holds', data],
      key: true,
      code: 'held-but-not-given',
      message: `${data} is held here, but ${service} is no service whose answer has a field of that name.`,
      remedy: 'Name the service that gives it, or call it as the answer does.',
    });
  }
}
