import { type Change } from '#runtime';
import { changeRow } from './change-rows.js';
import { type Part, partsOf } from './commit-statement.js';
import { type JourneyKey } from './sealing/journey-key.js';

/** A change encrypted and serialised ahead of its commit, before it is known with which others it goes. */
export interface PreparedChange {
  readonly change: Change;
  readonly key: JourneyKey;
  readonly parts: readonly Part[];
  /** Its row as JSON, without the opening brace. */
  readonly json: string;
  /** What the row points into. */
  readonly bytes: Buffer;
}

/**
 * Encrypts and serialises a change.
 *
 * @throws InvariantError when the change contradicts itself
 */
export function prepareChange(change: Change, key: JourneyKey): PreparedChange {
  const { row, bytes } = changeRow(change, key, change.expects === 0);
  return { change, key, parts: partsOf(row), json: JSON.stringify(row).slice(1), bytes };
}

/** Statement parameters of a group: the rows as JSON, each with the offset of its bytes, and the bytes of all. */
export function parametersOf(group: readonly PreparedChange[]): [rows: string, bytes: Buffer] {
  let base = 0;
  const rows = group.map(({ json, bytes }) => {
    const row = `{"base":${base},${json}`;
    base += bytes.length;
    return row;
  });
  return [
    `[${rows.join(',')}]`,
    Buffer.concat(
      group.map(({ bytes }) => bytes),
      base,
    ),
  ];
}
