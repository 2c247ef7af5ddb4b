import { Controller, Get, HttpCode, Module, Post, VersioningType } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import pino from 'pino';
import request from 'supertest';
import { type Language } from '#journey';
import { ProblemFilter } from '../../problem/problem.filter.js';
import { IdempotencyKey } from '../precondition/idempotent.js';
import { IfMatch } from '../precondition/if-match.js';
import { EntityTagged } from './entity-tag.interceptor.js';
import { Localized } from './localized.interceptor.js';
import { PreferredLanguage } from './preferred-language.js';
import { Reply } from './reply.js';
import { ReplyInterceptor } from './reply.interceptor.js';

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

@Module({
  controllers: [SampleController],
  providers: [
    { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
    { provide: APP_FILTER, useFactory: () => new ProblemFilter(pino({ enabled: false })) },
  ],
})
class SampleModule {}

describe('a representation', () => {
  let app: NestExpressApplication;
  beforeAll(async () => {
    const testing = await Test.createTestingModule({ imports: [SampleModule] }).compile();
    app = testing.createNestApplication<NestExpressApplication>({ logger: false });
    app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
    app.set('etag', false);
    await app.init();
  });
  afterAll(() => app.close());
  const api = () => request(app.getHttpServer());

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
    ['If-Match', 'W/"v-1"'],
    ['Idempotency-Key', 'with a space'],
  ])('refuses a malformed %s', async (name, value) => {
    const response = await api().post('/v1/samples').set(name, value).expect(400);
    expect(response.body).toMatchObject({ code: 'malformed-header', status: 400 });
  });

  it('sets the cookie of a reply', async () => {
    const response = await api().post('/v1/samples/cookie').expect(204);
    expect(response.headers['set-cookie']).toEqual(['sample=x; Path=/; HttpOnly']);
  });
});
