import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { RetryableError } from '#runtime';
import { type Edge, problemIn, startEdge } from '../../../../test/support/edge.js';
import { Open } from '../access/access.js';
import { PROBLEM_CODES } from './problem-code.js';
import { ProblemsModule } from './problems.module.js';

@Open()
@Controller('samples')
class Samples {
  @Get(':sample')
  read(@Param('sample') sample: string) {
    if (sample === 'fault') throw new Error('secret 0101901234');
    if (sample === 'away') throw new RetryableError('Postgres at db:5432 refused', { retryAfter: 1_500 });
    return { sample };
  }

  @Put(':sample')
  replace() {
    return {};
  }

  @Delete()
  clear() {
    return {};
  }
}

describe('problem documents', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await startEdge({ controllers: [Samples], imports: [ProblemsModule] });
  });
  afterAll(() => edge?.close());

  it('tell an address that is not there from one that does not answer the method', async () => {
    problemIn(await edge.nobody().get('/v1/elsewhere'), 404, 'no-such-route');
    problemIn(await edge.nobody().get('/samples/a'), 404, 'no-such-route');
    const wrong = await edge.nobody().delete('/v1/samples/a');
    problemIn(wrong, 405, 'method-not-allowed');
    expect(wrong.headers['allow']).toBe('GET, HEAD, PUT');
    const alone = await edge.nobody().get('/v1/samples');
    problemIn(alone, 405, 'method-not-allowed');
    expect(alone.headers['allow']).toBe('DELETE');
  });

  it('answer a path with a broken percent-encoding', async () => {
    problemIn(await edge.nobody().get('/v1/samples/%E0%A4%A'), 400, 'malformed-request');
  });

  it('are in the language of the reader, Danish unless they say', async () => {
    const titleOf = async (language: string) => {
      const response = await edge.nobody().get('/v1/elsewhere').set('Accept-Language', language);
      expect(response.headers).toMatchObject({ vary: 'Accept-Language', 'cache-control': 'no-store' });
      return [response.headers['content-language'], problemIn(response, 404, 'no-such-route').title];
    };
    expect(await titleOf('da-DK,da;q=0.9,en;q=0.1')).toEqual(['da', 'Siden findes ikke']);
    expect(await titleOf('')).toEqual(['da', 'Siden findes ikke']);
    expect((await titleOf('en'))[0]).toBe('en');
  });

  it('say of a fault nothing, and of what is away when to come back', async () => {
    const fault = await edge.nobody().get('/v1/samples/fault');
    problemIn(fault, 500, 'fault');
    expect(fault.text).not.toContain('secret');
    const away = await edge.nobody().get('/v1/samples/away');
    problemIn(away, 503, 'unavailable');
    expect(away.headers['retry-after']).toBe('2');
    expect(away.text).not.toContain('db:5432');
  });

  it('are each an occurrence of its own', async () => {
    const ask = async () => problemIn(await edge.nobody().get('/v1/elsewhere'), 404, 'no-such-route');
    expect((await ask()).instance).not.toBe((await ask()).instance);
  });

  it('are explained at the address that is their type', async () => {
    const { type } = problemIn(await edge.nobody().get('/v1/elsewhere'), 404, 'no-such-route');
    const explained = await edge.nobody().get(type).set('Accept-Language', 'da').expect(200);
    expect(explained.body).toMatchObject({
      code: 'no-such-route',
      status: 404,
      title: 'Siden findes ikke',
    });
    const all = (await edge.nobody().get('/problems').expect(200)).body as { readonly code: string }[];
    expect(all.map(({ code }) => code)).toEqual([...PROBLEM_CODES]);
    expect(PROBLEM_CODES.length).toBeGreaterThan(30);
    problemIn(await edge.nobody().get('/problems/nonsense'), 404, 'no-such-route');
  });

  it('and all other answers tell browsers to be careful', async () => {
    for (const path of ['/v1/samples/a', '/v1/elsewhere']) {
      const { headers } = await edge.nobody().get(path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});
