import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, problem } from './client.js';
import { SAMPLE_JOURNEYS, STARTING, startSystem, type System } from './system.js';

const ANNA = '6110851234';
const BO = '6204862345';

/** A sample journey that says of itself that two at once contradict each other. */
describe('starting what contradicts something under way', () => {
  let folder: string;
  let system: System;
  let anna: Client;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'journeys-'));
    await cp(SAMPLE_JOURNEYS, folder, { recursive: true });
    const edit = async (file: string, before: string, words: string): Promise<void> => {
      const path = join(folder, 'relocating', file);
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace(before, `${words}\n${before}`));
    };
    await edit('2025-01-01.yaml', 'roles:', 'conflicts: { twoMoves: { journey: relocating, kind: warn } }');
    await edit('texts/da.yaml', 'roles:', 'conflicts: { twoMoves: Du er allerede ved at flytte. }');
    await edit('texts/en.yaml', 'roles:', 'conflicts: { twoMoves: You are already moving. }');
    system = await startSystem({ journeysDir: folder });
    anna = await system.citizen(ANNA);
  }, STARTING);
  afterAll(async () => {
    await system?.close();
    await rm(folder, { recursive: true });
  });

  it('answers 409 with the case, its address and words, and begins once it is confirmed', async () => {
    const first = await anna.start();
    const refused = await anna.post('/v1/journeys', { definition: 'relocating' }, { 'idempotency-key': 'k' });
    expect(problem(refused, 409, 'unconfirmed').contradictions).toEqual([
      {
        journey: first.id,
        address: `/v1/journeys/${first.id}`,
        reference: first.reference,
        title: first.title,
        text: 'You are already moving.',
        confirmable: true,
      },
    ]);
    const danish = await anna.post('/v1/journeys', { definition: 'relocating' }, { 'accept-language': 'da' });
    expect(danish.text).toContain('Du er allerede ved at flytte.');
    // Nothing was begun: the key is still free.
    const confirmed = { definition: 'relocating', confirm: [first.id] };
    const second = await anna.post('/v1/journeys', confirmed, { 'idempotency-key': 'k' });
    expect(second.status).toBe(201);
    const again = await anna.post('/v1/journeys', confirmed, { 'idempotency-key': 'k' });
    expect(again).toMatchObject({ status: 200, body: { id: (second.body as { id: string }).id } });
    problem(await anna.post('/v1/journeys', { ...confirmed, confirm: ['mine'] }), 422, 'invalid');
  });

  it('tells nobody of the journeys of another', async () => {
    const bo = await system.citizen(BO);
    expect((await bo.post('/v1/journeys', { definition: 'relocating' })).status).toBe(201);
  });
});
