import { DATA_CATEGORIES } from '#journey';
import { propertiesOf } from '#schema';
import { type ContractSource } from './contract-source.js';
import { type Operation } from './operation.js';

/** Lints what a request discloses: nothing but its fields, each of a known category. */
export function checkDisclosed(
  { operationId, request: { schema, schemaAt } }: Operation,
  source: ContractSource,
): void {
  if (schema['type'] !== 'object' || schema['additionalProperties'] !== false) {
    source.fault({
      path: schemaAt,
      code: 'open-request',
      message: `The request of ${operationId} may hold anything besides its fields.`,
      remedy: 'Write type: object and additionalProperties: false, so that nothing else is disclosed.',
    });
  }
  for (const [property, field] of Object.entries(propertiesOf(schema))) {
    if (Object.hasOwn(field, 'x-category')) continue;
    source.fault({
      path: [...schemaAt, 'properties', property],
      key: true,
      code: 'category-missing',
      message: `${property} is sent to the authority, but not said is what kind of data it is.`,
      remedy: `Add x-category, one of ${Object.keys(DATA_CATEGORIES).join(', ')}.`,
    });
  }
}
