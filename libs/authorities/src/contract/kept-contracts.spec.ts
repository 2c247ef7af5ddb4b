import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keptContracts } from './kept-contracts.js';
import { readContracts } from './read-contracts.js';

const CONTRACTS = fileURLToPath(new URL('../../contracts/', import.meta.url));
const text = (file: string) => readFileSync(join(CONTRACTS, file), 'utf8');
const TEXTS = new Map(['shared.yaml', 'state/cpr.yaml', 'state/dar.yaml'].map(file => [file, text(file)]));
const WITHOUT_EXAMPLES = { examples: false };

describe('contracts that are kept', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-contracts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const files = () => readdirSync(folder).map(name => join(folder, name));

  it('are what was read', () => {
    const reading = readContracts(TEXTS, WITHOUT_EXAMPLES);
    for (let time = 0; time < 2; time++) {
      expect(keptContracts(TEXTS, WITHOUT_EXAMPLES, folder)).toEqual(reading);
      expect(files()).toHaveLength(1);
    }
  });

  it('are read no second time', () => {
    keptContracts(TEXTS, WITHOUT_EXAMPLES, folder);
    writeFileSync(files()[0]!, '[{ "kept": true }]');
    expect(keptContracts(TEXTS, WITHOUT_EXAMPLES, folder).contracts).toEqual([{ kept: true }]);
  });

  it('are of the same texts, read in the same way', () => {
    keptContracts(TEXTS, WITHOUT_EXAMPLES, folder);
    keptContracts(TEXTS, { examples: true }, folder);
    const cpr = TEXTS.get('state/cpr.yaml')!;
    keptContracts(new Map([...TEXTS, ['state/cpr.yaml', `${cpr}\n# changed`]]), WITHOUT_EXAMPLES, folder);
    expect(files()).toHaveLength(3);
  });

  it('are read again when half of them is there, and kept nowhere when nothing can be', () => {
    const reading = keptContracts(TEXTS, WITHOUT_EXAMPLES, folder);
    const [file] = files();
    writeFileSync(file!, readFileSync(file!, 'utf8').slice(0, 1000));
    expect(keptContracts(TEXTS, WITHOUT_EXAMPLES, folder)).toEqual(reading);
    expect(keptContracts(TEXTS, WITHOUT_EXAMPLES, join(file!, 'below a file'))).toEqual(reading);
  });

  it('are not kept when something is wrong with them', () => {
    const broken = new Map([...TEXTS, ['state/cpr.yaml', 'openapi: 2']]);
    for (let time = 0; time < 2; time++) {
      expect([...keptContracts(broken, WITHOUT_EXAMPLES, folder).broken.keys()]).toEqual(['cpr']);
      expect(files()).toEqual([]);
    }
  });

  it('are the latest few', () => {
    const old = Array.from({ length: 8 }, (_, age) => join(folder, `${age}.json`));
    for (const [age, file] of old.entries()) {
      writeFileSync(file, '[]');
      utimesSync(file, 1e9 - age, 1e9 - age);
    }
    keptContracts(TEXTS, WITHOUT_EXAMPLES, folder);
    expect(files()).toHaveLength(8);
    expect(files()).not.toContain(old.at(-1));
  });
});
