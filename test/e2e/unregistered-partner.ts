import { EditedJourneys } from '../support/index.js';
import { SAMPLE_JOURNEYS } from './api/system.js';

/** The sample journeys, in which whoever moves may move with somebody who has no CPR number. */
export async function unregisteredPartner(): Promise<EditedJourneys> {
  const journeys = await EditedJourneys.of(SAMPLE_JOURNEYS);
  const definition = 'relocating/2025-01-01.yaml';
  await journeys.edit(
    definition,
    'partner: { optional: true }',
    'partner: { optional: true, unregistered: true }',
  );
  await journeys.edit(
    definition,
    'person: = move.partner }',
    'as: { name: = move.partner, address: = move.address } }',
  );
  await journeys.edit(
    'relocating/forms/move.yaml',
    'partner: { type: string, format: cpr }',
    'partner: { type: string, maxLength: 64 }',
  );
  return journeys;
}
