import { type ParameterDefinition, type ParameterValue } from '../definition.js';
import { type Cursor } from './cursor.js';
import { each } from './read-texts.js';

const CONFIDENCE = ['found', 'background', 'doubtful'] as const;

/** Reads `parameters.yaml`: values of the law by name, each with the days it is in force. */
export function readParameters(cursor: Cursor): Record<string, ParameterDefinition> {
  return each(cursor, parameter => {
    parameter.only(['title', 'unit', 'values']);
    const unit = parameter.get('unit')?.text();
    return {
      title: parameter.need('title', '{ da: …, en: … }')?.words() ?? { da: '', en: '' },
      ...(unit !== undefined && { unit }),
      values: parameter.need('values', 'a list of dated values')?.items().map(readValue) ?? [],
    };
  });
}

function readValue(cursor: Cursor): ParameterValue {
  cursor.only(['from', 'until', 'value', 'source', 'confidence']);
  const until = cursor.get('until')?.text();
  const confidence = cursor.need('confidence', CONFIDENCE.join(', '))?.text();
  const known = CONFIDENCE.find(word => word === confidence);
  if (confidence !== undefined && !known) {
    cursor
      .get('confidence')
      ?.fault('shape', `${confidence} is no confidence.`, `Use one of: ${CONFIDENCE.join(', ')}.`);
  }
  return {
    from: cursor.need('from', 'the first day in force, YYYY-MM-DD')?.text() ?? '',
    ...(until !== undefined && { until }),
    value: cursor.need('value', 'a number, text, date or duration')?.value ?? null,
    source: cursor.need('source', 'the law or page that says so')?.text() ?? '',
    confidence: known ?? 'doubtful',
  };
}
