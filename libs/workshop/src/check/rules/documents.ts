import { DOCUMENT_KINDS, isDocumentKind, type Source, type SourcePath } from '#journey';
import { DOCUMENT_FORMAT, everySchema, isObject, type JsonObject, listOf } from '#schema';
import { type Rule } from '../rule.js';

const KINDS = Object.keys(DOCUMENT_KINDS).join(', ');

/** A part of a form that is a document, and where it stands. */
interface DocumentPart {
  readonly source: Source;
  readonly schema: JsonObject;
  readonly path: SourcePath;
  /** The field of the form that it is, or that it is an item of; undefined where no document can be attached. */
  readonly field: JsonObject | undefined;
}

export const documentKinds: Rule = {
  code: 'document-kinds',
  title: 'a document stands at a field of the form, or in a list of them, and says which kinds are taken',
  severity: 'error',
  *find(context) {
    for (const { source, schema, path, field } of documentParts(context.definition.sources.forms)) {
      const accepted = listOf(schema['x-accept']);
      if (!field) {
        const message = 'A document cannot be attached inside another field.';
        yield { place: { source, path }, message, remedy: 'Make it a field of the form itself.' };
      } else if (accepted.length === 0) {
        yield {
          place: { source, path },
          message: 'The form does not say which kinds of document are taken here.',
          remedy: `Add x-accept with some of ${KINDS}.`,
        };
      }
      const unknown = accepted.findIndex(kind => !isDocumentKind(kind));
      if (unknown < 0) continue;
      yield {
        place: { source, path: [...path, 'x-accept', unknown] },
        message: `${String(accepted[unknown])} is no kind of document.`,
        remedy: `Take some of ${KINDS}.`,
      };
    }
  },
};

export const documentCategory: Rule = {
  code: 'document-category',
  title: 'a document says what kind of data is in it',
  severity: 'error',
  *find(context) {
    for (const { source, schema, path, field } of documentParts(context.definition.sources.forms)) {
      if (!field || 'x-category' in schema || 'x-category' in field) continue;
      yield {
        place: { source, path },
        message: 'Whatever is in this document may be disclosed, and the form does not say what it is.',
        remedy: 'Add x-category, such as income or family.',
      };
    }
  },
};

function* documentParts(forms: Readonly<Record<string, Source>>): Generator<DocumentPart> {
  for (const source of Object.values(forms)) {
    for (const { schema, path } of everySchema(source.value)) {
      if (!isObject(schema) || schema['format'] !== DOCUMENT_FORMAT) continue;
      const [first, name, items, ...deeper] = path;
      const isPlace =
        first === 'properties' && deeper.length === 0 && (items === undefined || items === 'items');
      const fields = isObject(source.value) ? source.value['properties'] : undefined;
      const field = isPlace && isObject(fields) ? fields[String(name)] : undefined;
      yield { source, schema, path, field: isObject(field) ? field : undefined };
    }
  }
}
