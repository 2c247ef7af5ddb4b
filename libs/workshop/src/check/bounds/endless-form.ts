import { type Diagnostic, type Source, type SourcePath } from '#journey';
import { referencePath, resolve } from '#schema';
import { type Json, type JsonObject } from '#statechart';
import { MOST } from './most.js';
import { inDigits } from './too-large.js';

/**
 * The reference with which a form comes to contain itself, or becomes too large to be gone through once its references
 * are followed: two parts that each refer twice to the next double it with every part.
 */
export function endlessForm(source: Source): Diagnostic[] {
  let places = 0;
  let fault: Diagnostic | undefined;
  const visit = (part: Json | undefined, path: SourcePath, within: readonly string[]): void => {
    if (fault || typeof part !== 'object' || part === null) return;
    places += 1;
    const { $ref: reference, $dynamicRef: dynamic } = part as JsonObject;
    if (typeof dynamic === 'string') {
      fault = told(
        source,
        [...path, '$dynamicRef'],
        `Where ${dynamic} leads is known only when it is followed.`,
      );
      return;
    }
    if (typeof reference === 'string' && reference.startsWith('#')) {
      const here = [...path, '$ref'];
      if (within.includes(reference) || reference === '#') {
        fault = told(source, here, `${reference} leads back to itself.`);
      } else if (places > MOST.formPlaces) {
        fault = told(source, here, `${source.file} has more than ${inDigits(MOST.formPlaces)} places.`);
      } else if (within.length === MOST.references) {
        fault = told(
          source,
          here,
          `${source.file} has references within references, more than ${MOST.references} deep.`,
        );
      } else {
        visit(resolve(source.value, reference), referencePath(reference) ?? [], [...within, reference]);
      }
    }
    for (const [keyword, value] of Object.entries(part)) {
      // A field may be called as a keyword is: what is data is gone through as well.
      visit(value as Json, [...path, keyword], within);
    }
  };
  visit(source.value, [], []);
  return fault ? [fault] : [];
}

function told(source: Source, path: SourcePath, message: string): Diagnostic {
  return {
    code: 'endless-form',
    severity: 'error',
    file: source.file,
    ...source.positionOf(path),
    message,
    remedy: 'Write out how deep it may be, as fields of its own.',
  };
}
