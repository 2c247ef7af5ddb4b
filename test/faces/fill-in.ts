import { type Locator } from 'playwright-core';
import { type Json, type JsonObject } from '#schema';
import { type Visitor } from './visitor.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Fills in what a page of a form asks, as far as the data say something of it. */
export async function fillIn({ page }: Visitor, data: JsonObject): Promise<void> {
  for (const part of await page.locator('#task-form [data-part]').all()) {
    const name = (await part.getAttribute('data-part'))!;
    if (await part.isVisible()) await fillField(part, name, data[name]);
  }
}

async function fillField(part: Locator, name: string, value: Json | undefined): Promise<void> {
  const at = (suffix: string) => part.locator(`[name="${name}${suffix}"]`);
  const has = async (input: Locator) => (await input.count()) > 0;
  const file = part.locator('input[type=file]');
  if (await has(file))
    return file.setInputFiles({ name: 'bilag.pdf', mimeType: 'application/pdf', buffer: PDF });
  if (value === undefined || value === null) return;
  if (await has(at('.year'))) {
    const [year, month, day] = String(value).split('-') as [string, string, string];
    await at('.day').fill(day);
    await at('.month').fill(month);
    return at('.year').fill(year);
  }
  if (await has(part.locator('select'))) return void (await at('').selectOption(String(value)));
  const text = part.locator('input[type=text], textarea');
  const options = part.locator('input[type=radio], input[type=checkbox]');
  const values = Array.isArray(value) ? value : [value];
  if (!(await has(options))) {
    for (const [index, one] of values.entries()) await text.nth(index).fill(written(one));
    return;
  }
  if (typeof value === 'boolean' && (await options.count()) === 1) return options.setChecked(value);
  const named = part.locator(values.map(one => `input[value="${String(one)}"]`).join(', '));
  for (const option of await named.all()) await option.check();
  // Persons are known by handles that no scenario can name: the first of them will do.
  if (!(await has(part.locator(':checked')))) await options.first().check();
}

/** As Danes write numbers. */
function written(value: Json): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value);
}
