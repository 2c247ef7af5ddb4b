import { type ParameterDefinition, type ParameterValue } from '../definition.js';
import { type Cursor } from './cursor.js';
import { each } from './read-texts.js';

const CONFIDENCE = ['found', 'background', 'doubtful'] as const;

/** Reads `parameters.yaml`: values of the law by name, each with the days it is in force. */
export function readParameters(cursor: Cursor): Record<string, ParameterDefinition> {
  return each(cursor, parameter => ({
    title: parameter.wordsAt('title'),
    unit: parameter.get('unit')?.text(),
    follows: parameter.textAt('follows') === 'start' ? 'start' : 'day',
    values: parameter.get('values')?.items().map(readValue) ?? [],
  }));
}

function readValue(cursor: Cursor): ParameterValue {
  const confidence = cursor.textAt('confidence');
  return {
    from: cursor.textAt('from'),
    until: cursor.get('until')?.text(),
    value: cursor.get('value')?.value ?? null,
    source: cursor.textAt('source'),
    confidence: CONFIDENCE.find(word => word === confidence) ?? 'doubtful',
  };
}
