import { everySchema, isObject, propertiesOf } from '#schema';
import { type ContractSource } from './contract-source.js';
import { type ReportedEvent } from './operation.js';

/** Lints an event that an authority reports: its name, and that some journey hears of it. */
export function checkEvent(
  { event, operationId, at, data, mandates = [] }: ReportedEvent,
  source: ContractSource,
): void {
  if (operationId !== undefined && operationId !== event) {
    source.fault({
      path: [...at, 'operationId'],
      code: 'event-of-two-names',
      message: `The event ${event} is also called ${operationId}, which nobody declares.`,
      remedy: `Take the operationId out, or write operationId: ${event}.`,
    });
  }
  const properties = propertiesOf(data.schema);
  const fields = Object.keys(properties);
  for (const [index, rule] of mandates.entries()) {
    const { names, holder = [], person, deceased, alive, on, until, born } = rule;
    const path = [...at, 'x-event', 'mandates', index];
    const unknown = [names, ...holder, person, deceased, alive, on, until, born].find(
      field => field !== undefined && !fields.includes(field),
    );
    if (unknown !== undefined) {
      source.fault({
        path,
        code: 'unknown-mandate-field',
        message: `A mandate of ${event} names ${unknown}, which the event does not hold.`,
        remedy: `Name one of ${fields.join(', ')}.`,
      });
    } else if (names !== undefined && properties[names]?.['x-names'] !== person) {
      source.fault({
        path,
        code: 'mandate-names-another',
        message: `A mandate of ${event} takes ${names} for the name of ${person}, which the event does not say it is.`,
        remedy: `Write x-names: ${person} at ${names}, or name the field that is.`,
      });
    }
  }
  const parts = [...everySchema(data.schema)];
  if (parts.some(({ schema }) => isObject(schema) && schema['x-correlates'] === true)) return;
  source.fault({
    path: data.schemaAt,
    code: 'unheard-event',
    message: `No journey hears of ${event}: no person in it is marked.`,
    remedy: 'Write x-correlates: true at the person whose journeys hear of it.',
  });
}
