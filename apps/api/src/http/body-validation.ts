import { ValidationPipe } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { type ValidationError } from 'class-validator';
import { type FieldError } from '#runtime';
import { pointerTo } from '#schema';
import { EdgeError } from '../problem/edge-error.js';

/** Strict validation: bodies and queries must have exactly the members their class declares. */
export function bodyValidation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: errors => {
      const fields = errors.flatMap(error => fieldErrors(error, ''));
      return new EdgeError('invalid', 'The request does not have the members it must have; see "errors".', {
        fields,
      });
    },
  });
}

/** Marks a member whose content is not ours to shape: it is passed on as it came, every key of it. */
export const Verbatim = (): PropertyDecorator =>
  Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) => obj[key]);

// Names of class-validator's rules -> the JSON Schema keyword that says the same, so that codes do not depend on who checked.
const CODES: Readonly<Record<string, string>> = {
  whitelistValidation: 'additionalProperties',
  isDefined: 'required',
  isNotEmpty: 'required',
  isString: 'type',
  isObject: 'type',
  isInt: 'type',
  isBoolean: 'type',
  isIn: 'enum',
  matches: 'pattern',
  maxLength: 'maxLength',
  minLength: 'minLength',
  max: 'maximum',
  min: 'minimum',
};

function fieldErrors(error: ValidationError, parent: string): readonly FieldError[] {
  const path = `${parent}${pointerTo([error.property])}`;
  const own = Object.entries(error.constraints ?? {}).slice(0, 1);
  return [
    ...own.map(([rule, message]) => ({ path, code: CODES[rule] ?? rule, message })),
    ...(error.children ?? []).flatMap(child => fieldErrors(child, path)),
  ];
}
