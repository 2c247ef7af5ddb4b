import { type Json } from '#schema';

/** A value that may be chosen. */
export interface FieldOption {
  readonly value: Json;
  /** What the browser sends for it. */
  readonly code: string;
  readonly label: string;
}

interface FieldHead {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  /** It is sent as it is filled in. */
  readonly readOnly: boolean;
  /** Other forms may ask for the same (`x-means`). */
  readonly hasMeaning: boolean;
}

/** What is asked, by how it is answered. */
export type FieldAnswer =
  | { readonly kind: 'text'; readonly long: boolean; readonly most?: number; readonly type: 'text' | 'email' }
  | { readonly kind: 'number'; readonly whole: boolean }
  | { readonly kind: 'date' }
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'tick' }
  | { readonly kind: 'choice'; readonly options: readonly FieldOption[] }
  | { readonly kind: 'choices'; readonly options: readonly FieldOption[] }
  /** A CPR number, or one of those who are known. */
  | { readonly kind: 'person'; readonly known: readonly FieldOption[] }
  /** Several lines, each a name or a CPR number; or some of those who are known. */
  | {
      readonly kind: 'lines';
      readonly persons: boolean;
      readonly known: readonly FieldOption[];
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: 'document'; readonly accept: readonly string[] }
  | { readonly kind: 'documents'; readonly accept: readonly string[]; readonly most: number };

/** A field of a form as people see it. */
export type AskedField = FieldHead & FieldAnswer;

/** Where a field is on its page. */
export const fieldId = (name: string): string => `felt-${name}`;

/** The element that an error of a field leads to: its first input. */
export function firstInputId({ name, ...field }: AskedField): string {
  const id = fieldId(name);
  switch (field.kind) {
    case 'date':
      return `${id}-day`;
    case 'yesNo':
    case 'choices':
      return `${id}-0`;
    case 'choice':
      return field.options.length > LONG_LIST ? id : `${id}-0`;
    case 'person':
      return field.known.length > 0 ? `${id}-0` : id;
    case 'lines':
      return field.known.length > 0 ? `${id}-0` : `${id}-line-0`;
    default:
      return id;
  }
}

/** So many options are shown at once; more are a list to open. */
export const LONG_LIST = 12;
