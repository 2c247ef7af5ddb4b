import { readFileSync } from 'node:fs';
import { DATA_CATEGORIES } from './data-category.js';

it('forms ask for data of the same categories as contracts disclose', () => {
  const url = new URL('../../workshop/schema/form.schema.json', import.meta.url);
  const { $defs } = JSON.parse(readFileSync(url, 'utf8')) as {
    $defs: { field: { properties: { 'x-category': { enum: string[] } } } };
  };
  expect($defs.field.properties['x-category'].enum).toEqual(Object.keys(DATA_CATEGORIES));
});
