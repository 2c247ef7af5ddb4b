import { fileURLToPath } from 'node:url';
import { type MandatesDocument } from '../../api/src/mandates/mandate-documents.js';
import { startStandalone, type Standalone } from '../src/start-standalone.js';

const journeysDir = fileURLToPath(new URL('../../../test/e2e/journeys', import.meta.url));

describe('whoever signs up', () => {
  let running: Standalone;
  beforeAll(async () => {
    running = await startStandalone({ journeysDir, redisUrl: undefined });
  }, 300_000);
  afterAll(() => running?.close());

  async function mandatesOf(name: string): Promise<MandatesDocument> {
    const token = (await (await fetch(`${running.api}/token/${name}`)).json()) as { access_token: string };
    const headers = { authorization: `Bearer ${token.access_token}`, 'accept-language': 'en' };
    return (await (await fetch(`${running.api}/v1/mandates`, { headers })).json()) as MandatesDocument;
  }

  it('has a mandate for their child at once, though it has had custody for years', async () => {
    const { held, given } = await mandatesOf('anna');
    expect(held).toMatchObject([{ name: 'Ida Holm', basis: 'parent', text: 'You have custody' }]);
    expect(given).toEqual([]);
    const { given: ofChild } = await mandatesOf('ida');
    expect(ofChild).toHaveLength(2);
  });
});
