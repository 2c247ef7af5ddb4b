import { type ExampleDocument } from '../../../apps/api/src/citizen/example/example-document.js';
import { problem } from './client.js';
import { STARTING, startSystem, type System } from './system.js';

describe('which life event am I in, and how well is it served', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem();
  }, STARTING);

  afterAll(() => system?.close());

  const get = (path: string, language = 'da') =>
    system.anonymous().get(path, { 'accept-language': language });
  const asking = (question: string) => `/v1/definitions?q=${encodeURIComponent(question)}`;

  it.each(['jeg flytter fra min partner', 'fraflytnig', 'I am relocating'])('%p finds it', async question => {
    const { status, body } = await get(asking(question));
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [expect.objectContaining({ id: 'relocating', title: 'Fraflytning', rank: 1 })],
    });
  });

  it('says which words were found, and where', async () => {
    const { body } = await get(asking('Hvordan melder jeg fraflytning?'));
    expect(body).toMatchObject({
      items: [
        {
          because: [
            { where: 'title', text: 'Fraflytning', language: 'da', words: ['fraflytning'] },
            { where: 'summary', words: ['melder'] },
            { where: 'tasks', words: ['melder'] },
          ],
        },
      ],
    });
  });

  it('says so when nothing fits, and lists what there is', async () => {
    for (const [language, words] of [
      ['da', 'Vi fandt ikke noget'],
      ['en', 'We found nothing'],
    ] as const) {
      const { status, body } = await get(asking('xqzwv'), language);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        items: [{ id: 'relocating' }],
        note: expect.stringContaining(words),
      });
      expect(body).not.toHaveProperty('items.0.rank');
    }
  });

  it('lists everything for a question of no words', async () => {
    expect((await get(asking('  '))).body).toEqual((await get('/v1/definitions')).body);
  });

  it('refuses a question longer than anybody asks', async () => {
    expect((await get(asking('a'.repeat(201)))).status).toBe(422);
  });

  it('keeps no question in the log', async () => {
    await get(asking('hemmeligt spørgsmål'));
    await get(asking(`hemmeligt ${'a'.repeat(300)}`));
    expect(system.log.join('\n')).not.toContain('hemmeligt');
  });

  it('tells the score with its reasons, in the language asked for', async () => {
    const { status, body } = await get('/v1/definitions/relocating/score', 'en');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 'relocating',
      score: expect.any(Number),
      groups: expect.arrayContaining([
        expect.objectContaining({
          id: '2a',
          indicators: expect.arrayContaining([
            expect.objectContaining({
              id: '2a.4',
              value: 1,
              reason: 'The journey says how long it usually takes.',
            }),
            { id: '2a.7', question: expect.any(String), value: 1, reason: expect.any(String) },
          ]),
        }),
      ]),
      principles: expect.arrayContaining([expect.objectContaining({ id: '3', part: expect.any(Number) })]),
    });
    const danish = await get('/v1/definitions/relocating/score');
    expect(JSON.stringify(danish.body)).toContain('Forløbet siger, hvor længe det plejer at vare.');
  });

  it('plays an example from end to end, with people by name and nobody’s number', async () => {
    const { status, body, headers } = await get('/v1/definitions/relocating/example', 'en');
    expect([status, headers.get('content-language')]).toEqual([200, 'en']);
    const { hash, ...told } = body as ExampleDocument;
    const { steps } = told;
    expect(steps.map(({ answer }) => answer?.task.task)).toEqual([
      undefined,
      'declareMove',
      'underWay.doctor.choosing',
    ]);
    expect(body).toMatchObject({ id: 'relocating', applicant: 'Anna' });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(steps[1]!.lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['authority']));
    expect(JSON.stringify(told)).not.toMatch(/\d{6}-?\d{4}/);
    const again = await get('/v1/definitions/relocating/example', 'en');
    expect(again.body).toEqual(body);
    problem(await get('/v1/definitions/nowhere/example'), 404, 'unknown-definition');
  });
});
