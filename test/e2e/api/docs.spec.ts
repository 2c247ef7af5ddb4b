import { STARTING, startSystem, type System } from './system.js';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly security?: readonly object[];
  readonly responses: Readonly<Record<string, unknown>>;
}

describe('the documentation of the API', () => {
  let system: System;
  let document: {
    readonly openapi: string;
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
  };

  beforeAll(async () => {
    system = await startSystem();
    document = (await system.anonymous().get('/docs-json')).body as typeof document;
  }, STARTING);

  afterAll(() => system?.close());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
    );

  it('says of each route what it is for and what it answers', () => {
    expect(operations().length).toBeGreaterThan(30);
    for (const { name, operation } of operations()) {
      expect({ name, summary: operation.summary }).toEqual({ name, summary: expect.stringMatching(/.{10}/) });
      const success = Object.keys(operation.responses).filter(status => status.startsWith('2'));
      expect({ name, success: success.length }).not.toEqual({ name, success: 0 });
    }
  });

  it('knows no way to move calendar time', async () => {
    expect(Object.keys(document.paths).filter(path => path.includes('clock'))).toEqual([]);
    for (const method of ['get', 'post'] as const) {
      expect(await system.anonymous()[method]('/v1/clock', {})).toMatchObject({ status: 404 });
    }
  });

  it('describes the problems of each citizen route that can go wrong', () => {
    for (const name of [
      'post /v1/journeys/{journey}/tasks/{task}',
      'post /v1/mandates',
      'post /v1/journeys',
      'post /v1/callbacks/{dispatch}',
    ]) {
      const found = operations().find(operation => operation.name === name);
      expect(JSON.stringify(found?.operation.responses['422'])).toContain('#/components/schemas/Problem');
    }
  });

  it('says which requests may be sent again with a key', () => {
    const keyed = operations().filter(({ operation }) =>
      operation.parameters?.some(({ in: place, name }) => place === 'header' && name === 'Idempotency-Key'),
    );
    expect(keyed.map(({ name }) => name).sort()).toEqual([
      'post /v1/corrections',
      'post /v1/journeys',
      'post /v1/journeys/{journey}/cancellation',
      'post /v1/journeys/{journey}/tasks/{task}',
      'post /v1/mandates',
      'post /v1/offers/{offer}',
    ]);
    for (const { operation } of keyed) expect(JSON.stringify(operation.responses)).toContain('key-reused');
  });

  it('refers to nothing that it does not have', () => {
    const references = [
      ...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g),
    ].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(30);
    for (const name of new Set(references))
      expect(document.components.schemas).toHaveProperty([String(name)]);
  });

  it('is there to read in a browser', async () => {
    const page = await system.anonymous().get('/docs');
    expect(page.status).toBe(200);
    expect(page.text).toContain('<title>Overgang</title>');
  });
});
