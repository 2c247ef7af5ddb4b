import { readJourneyFolder, readJourney } from '#journey';
import { fileURLToPath } from 'node:url';
import { branchOf } from './branch.js';
import { describeDrawing } from './describe-drawing.js';
import { toDrawing } from './drawing.js';

const RELOCATING = fileURLToPath(new URL('../../../../test/e2e/journeys/relocating', import.meta.url));

describe('a picture in words', () => {
  it('has every state of the branch in order, what happens there, and where it leads', async () => {
    const definition = readJourney(await readJourneyFolder(RELOCATING)).definitions[0]!;
    const drawing = branchOf(toDrawing({ definition, language: 'da' }), 'underWay.doctor');
    const words = describeDrawing(drawing);
    expect(words[0]).toMatchObject({ path: 'underWay.doctor', depth: 0 });
    expect(words.map(({ path }) => path)).not.toContain('declareMove');
    const choosing = words.find(({ path }) => path === 'underWay.doctor.choosing')!;
    expect(choosing.depth).toBe(1);
    expect(choosing.lines.length).toBeGreaterThan(0);
    expect(choosing.ways.length).toBeGreaterThan(0);
    const titles = words.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(choosing.ways.map(({ to }) => to)));
    expect(choosing.ways.flatMap(({ when }) => when).length).toBeGreaterThan(0);
  });
});
