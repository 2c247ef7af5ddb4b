import {
  type LocalBounds,
  type Overlay,
  type ParameterDefinition,
  type ParameterValue,
} from '../definition.js';
import { type Cursor } from './cursor.js';
import { each } from './read-texts.js';

const CONFIDENCE = ['found', 'background', 'doubtful'] as const;

/** Reads `parameters.yaml`: values of the law by name, each with the days it is in force. */
export function readParameters(cursor: Cursor): Record<string, ParameterDefinition> {
  return each(cursor, parameter => {
    const local = parameter.get('local');
    return {
      title: parameter.wordsAt('title'),
      unit: parameter.get('unit')?.text(),
      follows: parameter.textAt('follows') === 'start' ? 'start' : 'day',
      ...(parameter.get('internal')?.value === true && { internal: true as const }),
      values: parameter.get('values')?.items().map(readValue) ?? [],
      ...(local && { local: readBounds(local) }),
    };
  });
}

/** Reads `overlays/<code>.yaml`: the values of one municipality, by parameter. */
export function readOverlay(cursor: Cursor): Overlay {
  return each(cursor.get('parameters'), values => values.items().map(readValue));
}

function readBounds(cursor: Cursor): LocalBounds {
  const [least, most] = [cursor.get('least')?.value, cursor.get('most')?.value];
  return {
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    source: cursor.textAt('source'),
  };
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
