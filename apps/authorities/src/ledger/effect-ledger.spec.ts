import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EffectLedger } from './effect-ledger.js';
import { type LedgerEntry, type LedgerRecord } from './ledger-entry.js';
import { LedgerFile } from './ledger-file.js';

const AT = '2026-05-04T10:00:00.000Z';
const REPLY: LedgerRecord['reply'] = { kind: 'answered', answer: { done: true } };

function record(ledger: EffectLedger, key: string, change: Partial<LedgerEntry> = {}): LedgerRecord {
  const entry = {
    at: AT,
    service: 'cpr.registerMove',
    key,
    digest: key,
    fields: ['person'],
    categories: ['identity'],
  };
  return ledger.record({ ...entry, kind: 'effect', ...change }, { person: '6110851234' }, REPLY);
}

describe('EffectLedger', () => {
  it('numbers its entries, and counts how often a key came', () => {
    const ledger = new EffectLedger('cpr');
    record(ledger, 'a');
    record(ledger, 'b');
    for (let count = 0; count < 2; count++) ledger.duplicate(ledger.find('a') as LedgerRecord, AT);
    expect(ledger.entries().map(({ seq, key, kind, received }) => [seq, key, kind, received])).toEqual([
      [1, 'a', 'effect', 3],
      [2, 'b', 'effect', 1],
      [3, 'a', 'duplicate', 2],
      [4, 'a', 'duplicate', 3],
    ]);
  });

  it('shows what was asked for', () => {
    const ledger = new EffectLedger('cpr');
    record(ledger, 'journey1-1');
    record(ledger, 'journey1-2', { service: 'cpr.readPerson' });
    record(ledger, 'journey2-1');
    const keys = (entries: readonly LedgerEntry[]) => entries.map(({ key }) => key);
    expect(keys(ledger.entries({ journey: 'journey1' }))).toEqual(['journey1-1', 'journey1-2']);
    expect(keys(ledger.entries({ service: 'cpr.readPerson' }))).toEqual(['journey1-2']);
    expect(keys(ledger.entries({ key: 'journey2-1' }))).toEqual(['journey2-1']);
  });

  it('knows which effects still stand', () => {
    const ledger = new EffectLedger('cpr');
    record(ledger, 'a');
    expect(ledger.standing('cpr.registerMove')).toHaveLength(1);
    record(ledger, 'b', { service: 'cpr.withdrawMove', kind: 'compensation', undoes: 'a', undone: true });
    expect(ledger.isUndone('a')).toBe(true);
    expect(ledger.standing('cpr.registerMove')).toEqual([]);
  });

  it('forgets the oldest past its capacity, and only those', () => {
    const ledger = new EffectLedger('cpr', undefined, 100);
    for (let count = 1; count <= 150; count++) record(ledger, `key-${count}`);
    expect(ledger.entries().length).toBeLessThanOrEqual(100);
    expect(ledger.find('key-1')).toBeUndefined();
    expect(ledger.find('key-150')).toBeDefined();
    expect(ledger.entries().at(-1)).toMatchObject({ seq: 150, key: 'key-150' });
  });

  it('comes back from its file as it was, though the process was killed while it wrote', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
    const path = join(folder, 'new', 'ledger.jsonl');
    const before = new EffectLedger('cpr', new LedgerFile(path));
    record(before, 'a', { callback: 'due' });
    record(before, 'b', { callback: 'due' });
    before.duplicate(before.find('a') as LedgerRecord, AT);
    before.callback('a', 'acknowledged');
    record(new EffectLedger('skat', new LedgerFile(path)), 'of-another');
    appendFileSync(path, '{"record":{"entry":{"authority":"cpr","key":"c"');

    const file = new LedgerFile(path);
    const after = new EffectLedger('cpr', file);
    after.restore(file.lines());
    expect(after.entries()).toEqual(before.entries());
    expect(after.find('a')).toEqual(before.find('a'));
    expect(after.awaitingCallback().map(({ entry }) => entry.key)).toEqual(['b']);
    record(after, 'd');
    expect(new LedgerFile(path).lines().at(-1)).toMatchObject({ record: { entry: { key: 'd', seq: 4 } } });
    expect(statSync(path).mode & 0o077).toBe(0);
    rmSync(folder, { recursive: true });
  });
});
