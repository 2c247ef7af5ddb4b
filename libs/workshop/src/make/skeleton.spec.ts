import { format, resolveConfig } from 'prettier';
import { fixtureCatalogue } from '../check/fixtures/fixture-catalogue.js';
import { checkWhole } from '../whole/check-whole.js';
import { skeleton } from './skeleton.js';

describe.each(['getting-married', 'true', 'null', `very-long-${'name-'.repeat(30)}indeed`])('%s', id => {
  const files = skeleton({ id, effective: '2026-01-01', schemas: '../../libs/workshop/schema' });
  const { 'README.md': readme, ...yaml } = files;

  test('is sound, and wholly walked by its scenarios', () => {
    const { diagnostics, definitions } = checkWhole(id, yaml, fixtureCatalogue());
    expect(diagnostics).toEqual([]);
    expect(definitions.map(({ definition }) => definition.id)).toEqual([id]);
    expect(readme).toMatch(/^# \S/);
  });

  test('is formatted as the project is', async () => {
    const settings = await resolveConfig('journeys/x.yaml');
    for (const [filepath, text] of Object.entries(files)) {
      expect([filepath, await format(text, { ...settings, filepath })]).toEqual([filepath, text]);
    }
  });
});
