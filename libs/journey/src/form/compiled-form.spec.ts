import { type JsonSchema } from '#schema';
import { type Json } from '#statechart';
import { ExpressionEnvironment } from '../expression/expression-environment.js';
import { schemaType } from '../expression/schema-type.js';
import { CompiledForm } from './compiled-form.js';
import { fieldsEnvironment } from './fields-environment.js';
import { OnlyIfCompiler, UndecidableError } from './only-if.js';

const value = (given: Json) => ({
  title: { da: '', en: '' },
  follows: 'day' as const,
  values: [{ from: '2020-01-01', value: given, source: 'Law', confidence: 'found' as const }],
});
const environment = new ExpressionEnvironment({
  roles: { applicant: { optional: false, many: false, passive: false } },
  facts: {
    home: { kind: 'object', fields: { kind: { type: { kind: 'string' }, optional: false } } },
    kind: { kind: 'int' },
  },
  parameters: { most: value(3), notice: value('P5D'), words: value('owner') },
});
const fields = {
  kind: { type: 'string', enum: ['tenant', 'owner', 'guest'] },
  rent: { type: 'integer' },
  pays: { type: 'boolean' },
  day: { type: 'string', format: 'date' },
  children: { type: 'array', maxItems: 9, items: { type: 'string', maxLength: 20 } },
  address: {
    type: 'object',
    additionalProperties: false,
    properties: { country: { type: 'string', maxLength: 2 } },
  },
  person: { type: 'string', format: 'cpr' },
};
const formOf = (when: string, extra: object = {}) => ({
  type: 'object',
  required: ['asked'],
  additionalProperties: false,
  properties: { ...fields, asked: { type: 'string', maxLength: 9, 'x-only-if': `= ${when}` }, ...extra },
});
const at = (form: JsonSchema, facts: Readonly<Record<string, Json>> = {}) =>
  new CompiledForm(form, environment).at(
    environment.scope({
      now: '2026-03-01T09:00:00.000Z',
      roles: { applicant: { person: 'anna' } },
      facts,
      tasks: {},
    }),
  );

it.each<[string, Json, boolean]>([
  ["kind == 'tenant'", { kind: 'tenant' }, true],
  ["kind == 'tenant'", { kind: 'owner' }, false],
  ["kind == 'tenant'", {}, false],
  ["kind != 'tenant'", { kind: 'owner' }, true],
  ["kind != 'tenant'", {}, false],
  ["!(kind == 'tenant')", { kind: 'guest' }, true],
  ["kind in ['tenant', 'guest']", { kind: 'guest' }, true],
  ["kind in ['tenant', 'guest']", { kind: 'owner' }, false],
  ["!(kind in ['tenant'])", { kind: 'owner' }, true],
  ['kind == parameters.words', { kind: 'owner' }, true],
  ['rent > parameters.most', { rent: 3 }, false],
  ['rent > parameters.most', { rent: 4 }, true],
  ['parameters.most < rent', { rent: 4 }, true],
  ['!(rent > parameters.most)', { rent: 3 }, true],
  ['rent <= 3', { rent: 3 }, true],
  ['pays', { pays: true }, true],
  ['!pays', { pays: false }, true],
  ['!pays', {}, false],
  ['has(day)', { day: '2026-01-01' }, true],
  ['!has(day)', {}, true],
  ['!has(address.country)', { address: {} }, true],
  ['has(address.country) && address.country == "DK"', { address: { country: 'DK' } }, true],
  ['day > today + parameters.notice', { day: '2026-03-06' }, false],
  ['day > today + parameters.notice', { day: '2026-03-07' }, true],
  ['day <= today', { day: '2026-03-01' }, true],
  ['size(children) > 1', { children: ['a'] }, false],
  ['size(children) > 1', { children: ['a', 'b'] }, true],
  ['children.size() == 0', { children: [] }, true],
  ['size(children) != 1', { children: ['a', 'b'] }, true],
  ['size(children) != 1', { children: ['a'] }, false],
  ["'a' in children", { children: ['b', 'a'] }, true],
  ["kind == 'tenant' && rent > 0 || pays", { kind: 'tenant', rent: 1 }, true],
  ["kind == 'tenant' && rent > 0 || pays", { kind: 'tenant', pays: true }, true],
  ["kind == 'tenant' ? rent > 0 : pays", { kind: 'owner', pays: true }, true],
  ["kind == 'tenant' ? rent > 0 : pays", { kind: 'tenant', pays: true }, false],
  ['has(person)', { person: 'bo' }, true],
])('asks a field when %s holds for %j: %s', (when, data, asked) => {
  const form = at(formOf(when));
  const sent = form.errors({ ...(data as object), asked: 'yes' }).map(({ path, code }) => `${path} ${code}`);
  const left = form.errors(data).map(({ path, code }) => `${path} ${code}`);
  expect({ sent, left }).toEqual(
    asked ? { sent: [], left: ['/asked required'] } : { sent: ['/asked notAsked'], left: [] },
  );
});

it('leaves a field out altogether when what is remembered decides', () => {
  const form = formOf("has(home) && home.kind == 'flat'");
  expect(at(form, { home: { kind: 'house' } }).errors({ asked: 'yes' })).toMatchObject([{ path: '/asked' }]);
  expect(at(form, { home: { kind: 'house' } }).schema).not.toHaveProperty('properties.asked');
  expect(at(form, { home: { kind: 'flat' } }).schema).toHaveProperty('required', ['asked']);
  expect(at(form, { home: { kind: 'flat' } }).schema).not.toHaveProperty('allOf');
});

it('shows the bounds of the day, and holds a submission against them', () => {
  const form = formOf('true', {
    rent: { type: 'integer', maximum: '= parameters.most' },
    day: { type: 'string', format: 'date', formatMinimum: '= today + parameters.notice' },
    unknown: { type: 'integer', minimum: '= size(home.kind)' },
  });
  const asked = at(form);
  expect(asked.schema).toMatchObject({
    properties: { rent: { maximum: 3 }, day: { formatMinimum: '2026-03-06' }, unknown: { type: 'integer' } },
  });
  expect(asked.schema).not.toHaveProperty('properties.unknown.minimum');
  const errors = asked.errors({ asked: 'yes', rent: 4, day: '2026-03-05', unknown: -7 });
  expect(errors.map(({ path, code }) => `${path} ${code}`)).toEqual(['/rent maximum', '/day formatMinimum']);
  expect(asked.draftErrors({ rent: 4, day: '2026-03-05' })).toEqual([]);
});

it.each([
  ['rent > size(children)', 7],
  ['children.exists(child, child == "a")', 0],
  ['person == applicant.cpr', 0],
  ["kind + 'x' == 'tenantx'", 0],
])('cannot tell by itself whether %s', (when, start) => {
  const form = formOf(when);
  const compiled = fieldsEnvironment(environment, form).compile(when);
  if (!compiled.ok) throw new Error(compiled.fault.message);
  const compile = () => new OnlyIfCompiler(environment, schemaType(form)).compile(compiled.expression);
  expect(compile).toThrow(UndecidableError);
  expect(compile).toThrow(expect.objectContaining({ start }));
});
