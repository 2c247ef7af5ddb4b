import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { parse } from 'yaml';
import { isObject, type Json, type JsonObject, propertiesOf } from '#schema';
import { CitizenForm } from '../../apps/web/src/forms/citizen-form.js';
import { FieldView } from '../../apps/web/src/forms/field-view.js';
import { readForm } from '../../apps/web/src/forms/read-form.js';
import { Posted } from '../../apps/web/src/http/posted.js';
import { InVisit, type Visit } from '../../apps/web/src/http/visit.js';
import { type TaskDocument } from '../../apps/web/src/rest/documents.js';
import { DANISH } from '../../apps/web/src/words/da.js';

const JOURNEYS = path.resolve(import.meta.dirname, '../../journeys');

type WrittenField = string | { readonly label: string };

interface WrittenForm {
  readonly name: string;
  readonly schema: JsonObject;
  readonly fields: Readonly<Record<string, { readonly label: string }>>;
}

/** Every form of every journey, with its Danish texts. */
function everyForm(): readonly (readonly [string, WrittenForm])[] {
  return readdirSync(JOURNEYS, { recursive: true, encoding: 'utf8' })
    .filter(file => /(^|\/)forms\/\w+\.yaml$/.test(file))
    .map(file => {
      const name = path.basename(file, '.yaml');
      const texts = parse(readFileSync(path.join(JOURNEYS, file, '../../texts/da.yaml'), 'utf8')) as {
        readonly forms: Readonly<
          Record<string, { readonly fields?: Readonly<Record<string, WrittenField>> }>
        >;
      };
      const schema = parse(readFileSync(path.join(JOURNEYS, file), 'utf8')) as JsonObject;
      // A field that has nothing but a label is written as its label.
      const fields = Object.entries(texts.forms[name]?.fields ?? {}).map(
        ([field, text]) => [field, typeof text === 'string' ? { label: text } : text] as const,
      );
      return [file, { name, schema, fields: Object.fromEntries(fields) }] as const;
    });
}

const visit: Visit = {
  language: 'da',
  face: 'citizen',
  words: DANISH,
  address: '/',
  formToken: { field: 'token', value: '' },
  file: name => `/${name}`,
  signInAddress: '/',
  signOutAddress: '/',
};

const rendered = (page: VNode): Document =>
  parseHTML(`<html><body>${renderToString(h(InVisit, { value: visit }, page))}</body></html>`).document;

/** What a browser would send of it. */
function filledIn(document: Document): FormData {
  const data = new FormData();
  for (const input of document.querySelectorAll('input, textarea, select')) {
    const type = input.getAttribute('type');
    const isChoice = type === 'radio' || type === 'checkbox';
    if (type === 'file' || (isChoice && !input.hasAttribute('checked'))) continue;
    const chosen = input.querySelector('option[selected]')?.getAttribute('value');
    const text = input.localName === 'textarea' ? (input.textContent ?? '') : input.getAttribute('value');
    data.append(input.getAttribute('name') ?? '', chosen ?? text ?? '');
  }
  return data;
}

describe.each(everyForm())('the form %s', (_file, { name, schema, fields }) => {
  const task = { form: { name, schema, texts: { fields, events: {} } } } as unknown as TaskDocument;
  const form = new CitizenForm(task);
  const example = (schema['example'] ?? [schema['examples'] ?? []].flat()[0]) as Json | undefined;
  const data = isObject(example) ? example : {};
  const page = () =>
    rendered(
      h(
        'form',
        {},
        form.fields.map(field =>
          h(FieldView, { field: { ...field, readOnly: false }, value: data[field.name], documents: [] }),
        ),
      ),
    );

  it('asks each field by its label, and every input has one of its own', () => {
    expect(form.fields.map(field => field.name)).toEqual(Object.keys(propertiesOf(schema)));
    expect(form.fields.filter(({ name: field, label }) => field === label)).toEqual([]);
    const document = page();
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const labels = new Set([...document.querySelectorAll('label')].map(label => label.getAttribute('for')));
    const inputs = [...document.querySelectorAll('input:not([type=hidden]), textarea, select')];
    expect(inputs.filter(({ id }) => !labels.has(id)).map(({ outerHTML }) => outerHTML)).toEqual([]);
  });

  it('reads back what it was filled in with', () => {
    const isDocument = (field: string) =>
      form.fields.some(({ name: known, kind }) => known === field && kind.startsWith('document'));
    const expected = Object.fromEntries(Object.entries(data).filter(([field]) => !isDocument(field)));
    const editable = form.fields.map(field => ({ ...field, readOnly: false, required: false }));
    expect(readForm(editable, new Posted(filledIn(page())))).toEqual(expected);
  });
});
