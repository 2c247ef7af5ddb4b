import { type ScoreDocument } from '../../apps/api/src/citizen/score-document.js';
import { type Client } from '../e2e/api/client.js';
import { SAMPLE_JOURNEYS, STARTING } from '../e2e/api/system.js';
import { until } from '../support/index.js';
import { type FacesUnderTest, startFaces } from './faces-under-test.js';
import { PORTAL_INDICATORS } from './portal-indicators.js';

/** What the pages have; what they do not have yet is printed with the rest. */
const MET = ['1a.3', '1b.3', '1b.6', '1c.1', '2a.7', '2b.2', '2b.3', '2b.4', '4.4'];

describe('the portal by the eGovernment Benchmark', () => {
  let faces: FacesUnderTest;
  let questions: ReadonlyMap<string, string>;

  beforeAll(async () => {
    faces = await startFaces(SAMPLE_JOURNEYS);
    const { body } = await faces.system.anonymous().get('/v1/definitions/relocating/score');
    const open = (body as ScoreDocument).groups.flatMap(({ indicators }) =>
      indicators.filter(({ value }) => value === undefined),
    );
    questions = new Map(open.map(({ id, question }) => [id, question]));
  }, STARTING);

  afterAll(() => faces?.close());

  const ended = async (client: Client): Promise<string> => {
    const { id } = await client.start();
    await client.post(`/v1/journeys/${id}/cancellation`);
    await until(async () => (await client.journey(id)).status === 'cancelled', 'the journey to end');
    return id;
  };

  it('is asked whatever a definition leaves open', () => {
    expect(Object.keys(PORTAL_INDICATORS).sort()).toEqual([...questions.keys()].sort());
  });

  it('has what it had', async () => {
    for (const cpr of ['6110851234', '6204862345', '7105903456', '6708671237', '6401401233']) {
      const client = await faces.system.citizen(cpr);
      await client.post(`/v1/journeys/${await ended(client)}/feedback`, { score: 4 });
    }
    const id = await ended(await faces.system.citizen('6110851234'));
    const [nobody, anna] = [await faces.visitor(), await faces.visitor('anna')];
    const met: string[] = [];
    const lines: string[] = [];
    for (const [indicator, isMet] of Object.entries(PORTAL_INDICATORS)) {
      const value = await isMet({ faces, nobody, anna, ended: `/forloeb/${id}` });
      if (value) met.push(indicator);
      lines.push(`${indicator.padEnd(5)} ${value ? 1 : 0}  ${questions.get(indicator)}`);
    }
    process.stdout.write(`${lines.join('\n')}\n${met.length} of ${lines.length}\n`);
    expect(met).toEqual(expect.arrayContaining(MET));
    await Promise.all([nobody.close(), anna.close()]);
  });
});
