import { readFileSync } from 'node:fs';
import { DATA_CATEGORIES, DATA_CATEGORY_SCHEMA } from './data-category.js';

test('editors offer exactly the categories that have words', () => {
  const schema = JSON.parse(readFileSync(DATA_CATEGORY_SCHEMA, 'utf8')) as { enum: readonly string[] };
  expect(schema.enum).toEqual(Object.keys(DATA_CATEGORIES));
});
