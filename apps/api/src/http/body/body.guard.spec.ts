import { randomUUID } from 'node:crypto';
import { Body, Controller, Post } from '@nestjs/common';
import { type Response } from 'supertest';
import { type Edge, problemIn, startEdge } from '../../../../../test/support/edge.js';
import { Citizen, Open } from '../../access/access.js';
import { TaskAnswer } from '../../citizen/task-answer.js';

const MOVE = { address: '0a3f50b8-5c1e-32b8-e044-0003ba298018', date: '2026-12-01' };
const taken: unknown[] = [];

@Controller('tasks')
class Tasks {
  @Citizen()
  @Post()
  answer(@Body() body: TaskAnswer) {
    taken.push(body);
    return {};
  }

  @Open()
  @Post('open')
  open(@Body() body: TaskAnswer) {
    taken.push(body);
    return {};
  }
}

describe('a body', () => {
  let edge: Edge;
  let anna: Awaited<ReturnType<Edge['signedIn']>>;

  beforeAll(async () => {
    edge = await startEdge({ controllers: [Tasks] });
    anna = await edge.signedIn(randomUUID(), 'citizen');
  });
  afterEach(() => taken.splice(0));
  afterAll(() => edge?.close());

  const send = (body: string | object, headers: Readonly<Record<string, string>> = {}) =>
    anna
      .post('/v1/tasks')
      .set({ 'Content-Type': 'application/json', ...headers })
      .send(body);
  /** Is this problem, and has not reached the route. */
  const refused = (response: Response, status: number, code: string) => {
    expect(taken).toEqual([]);
    return problemIn(response, status, code);
  };

  it('that is as it should be reaches its route, its data to the letter', async () => {
    const body = { event: 'submit', data: { ...MOVE, nested: { list: [1, null, 'æ'] } } };
    await send(body).expect(201);
    expect(taken).toEqual([body]);
  });

  it.each(['{"event":', 'nonsense', '{"event":"submit"}}', "{'event':'submit'}"])(
    'of malformed JSON: %p',
    async body => {
      const found = refused(await send(body), 400, 'malformed-json');
      expect(JSON.stringify(found)).not.toContain('nonsense');
    },
  );

  it.each(['"submit"', '7', 'null', 'true'])('of JSON that is no object: %p', async body => {
    refused(await send(body), 400, 'malformed-json');
  });

  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  it.each([
    '{"event":"submit","data":{"__proto__":{"admin":true}}}',
    JSON.stringify({ event: 'submit', data: { ...MOVE, constructor: { prototype: { admin: true } } } }),
    '{"event":"submit","data":{"address":"a\\u0000b"}}',
    '{"event":"submit","data":{"address":"\\ud800"}}',
    `{"event":"submit","data":{"address":${deep}}}`,
  ])('of hostile JSON: %.50s', async body => {
    refused(await send(body), 400, 'malformed-json');
  });

  it('that is a list', async () => {
    refused(await send('[]'), 422, 'invalid');
    refused(await send([{ event: 'submit', data: MOVE }]), 422, 'invalid');
  });

  it('that is not there', async () => {
    const found = refused(await anna.post('/v1/tasks'), 422, 'invalid');
    expect(found.errors).toMatchObject([{ pointer: '#/event' }]);
  });

  it('with members of the wrong type, and members that are not known', async () => {
    const found = refused(await send({ event: 7, data: 'x', admin: true }), 422, 'invalid');
    expect(found.errors?.map(({ pointer }) => pointer).sort()).toEqual(['#/admin', '#/data', '#/event']);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ])('of the type %s', async type => {
    refused(await send('event=submit', { 'Content-Type': type }), 415, 'unsupported-media-type');
  });

  it('in another character set, or compressed', async () => {
    const body = JSON.stringify({ event: 'submit', data: MOVE });
    const latin = { 'Content-Type': 'application/json; charset=latin1' };
    refused(await send(body, latin), 415, 'unsupported-media-type');
    refused(await send(body, { 'Content-Encoding': 'gzip' }), 415, 'unsupported-media-type');
  });

  it('of more than 64 kB', async () => {
    const padding = 'x'.repeat(64 * 1024);
    refused(await send({ event: 'submit', data: { ...MOVE, padding } }), 413, 'too-large');
  });

  it('is not looked at before it is known who sends it', async () => {
    problemIn(await edge.nobody().post('/v1/tasks').type('json').send('nonsense'), 401, 'missing-token');
    refused(await edge.nobody().post('/v1/tasks/open').type('json').send('nonsense'), 400, 'malformed-json');
  });
});
