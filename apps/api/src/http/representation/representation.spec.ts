import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type Language } from '#journey';
import { type Edge, problemIn, startEdge } from '../../../../../test/support/edge.js';
import { Open } from '../../access/access.js';
import { IdempotencyKey } from '../precondition/idempotent.js';
import { IfMatch } from '../precondition/if-match.js';
import { EntityTagged } from './entity-tag.interceptor.js';
import { Localized } from './localized.interceptor.js';
import { PreferredLanguage } from './preferred-language.js';
import { Reply } from './reply.js';

@Open()
@Controller('samples')
class SampleController {
  @Get()
  @Localized()
  @EntityTagged()
  read(@PreferredLanguage() language: Language) {
    return { version: 'v-1', language };
  }

  @Post()
  @HttpCode(200)
  @EntityTagged()
  write(@IfMatch() version: string | undefined, @IdempotencyKey() key: string | undefined) {
    const document = { version: 'v-2', seen: { version, key } };
    return new Reply(document, { status: 201, headers: { Location: '/v1/samples' } });
  }

  @Post('cookie')
  @HttpCode(204)
  cookie() {
    return new Reply(undefined, { cookie: { name: 'sample', value: 'x', options: { httpOnly: true } } });
  }
}

describe('a representation', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await startEdge({ controllers: [SampleController] });
  });
  afterAll(() => edge?.close());
  const api = () => edge.nobody();

  it('says its language, its tag and what it varies by', async () => {
    const response = await api().get('/v1/samples').set('Accept-Language', 'en').expect(200);
    expect(response.body).toEqual({ version: 'v-1', language: 'en' });
    expect(response.headers).toMatchObject({
      'content-language': 'en',
      vary: 'Accept-Language, Authorization',
      'cache-control': 'private, no-cache',
    });
    expect(response.headers['etag']).toMatch(/^"v-1\.[\w-]{12}"$/);
  });

  it('is not sent again to whoever has it, in the same language', async () => {
    const { headers } = await api().get('/v1/samples').set('Accept-Language', 'en');
    const tag = headers['etag']!;
    const again = await api().get('/v1/samples').set('Accept-Language', 'en').set('If-None-Match', tag);
    expect({ status: again.status, text: again.text, tag: again.headers['etag'] }).toEqual({
      status: 304,
      text: '',
      tag,
    });
    await api().get('/v1/samples').set('Accept-Language', 'da').set('If-None-Match', tag).expect(200);
  });

  it('answers a write in full, whatever the caller has', async () => {
    const response = await api()
      .post('/v1/samples')
      .set({ 'If-Match': '"v-1.abc"', 'Idempotency-Key': '"once"', 'If-None-Match': '*' })
      .expect(201);
    expect(response.headers['location']).toBe('/v1/samples');
    expect(response.body).toEqual({ version: 'v-2', seen: { version: 'v-1', key: 'once' } });
  });

  it.each([
    ['If-Match', '7'],
    ['If-Match', 'W/"1"'],
    ['If-Match', '"a b"'],
    ['If-Match', '"1", "2"'],
    ['Idempotency-Key', ''],
    ['Idempotency-Key', 'with space'],
    ['Idempotency-Key', 'x'.repeat(129)],
    ['Idempotency-Key', '\u00e6'],
  ])('refuses a malformed %s: %.20p', async (name, value) => {
    problemIn(await api().post('/v1/samples').set(name, value), 400, 'malformed-header');
  });

  it('sets the cookie of a reply', async () => {
    const response = await api().post('/v1/samples/cookie').expect(204);
    expect(response.headers['set-cookie']).toEqual(['sample=x; Path=/; HttpOnly']);
  });
});
