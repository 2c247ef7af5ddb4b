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
  const fields = Object.keys(propertiesOf(data.schema));
  for (const [index, { holder = [], person, on, until, born }] of mandates.entries()) {
    const unknown = [...holder, person, on, until, born].find(
      field => field !== undefined && !fields.includes(field),
    );
    if (unknown === undefined) continue;
    source.fault({
      path: [...at, 'x-event', 'mandates', index],
      code: 'unknown-mandate-field',
      message: `A mandate of ${event} names ${unknown}, which the event does not hold.`,
      remedy: `Name one of ${fields.join(', ')}.`,
    });
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
