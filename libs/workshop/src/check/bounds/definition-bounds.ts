import { type Definition, type Diagnostic } from '#journey';
import { sourceBounds } from './source-bounds.js';
import { stateBounds } from './state-bounds.js';

/** Limits on a definition that was read without a check, before anything works on it. */
export function definitionBounds(definition: Definition): Diagnostic[] {
  const { main, forms, texts, parameters } = definition.sources;
  const sources = [
    main,
    ...Object.values(forms),
    ...Object.values(texts),
    ...(parameters ? [parameters] : []),
  ];
  const beyond = sources.flatMap(sourceBounds);
  return beyond.length > 0 ? beyond : stateBounds(definition);
}
