import { type ActionDefinition } from '#journey';
import { type DrawingRequest } from './drawing.js';

/** The title of a journey that an action starts; its id when it is not known. */
export function journeyName({ params }: ActionDefinition, { catalogue, language }: DrawingRequest): string {
  const id = String(params['journey']);
  return catalogue?.journeys?.get(id)?.title[language] ?? id;
}
