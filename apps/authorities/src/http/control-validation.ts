import { ValidationPipe } from '@nestjs/common';
import { type ValidationError } from 'class-validator';
import { ProblemError } from './problem-error.js';

/** Bodies and queries of the control side must have exactly the members their class declares. */
export function controlValidation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: errors =>
      new ProblemError({
        status: 422,
        type: 'invalid',
        title: 'The request does not have the members it must have',
        errors: errors.flatMap(error => faultsOf(error, '')),
      }),
  });
}

function faultsOf(error: ValidationError, parent: string): { path: string; message: string }[] {
  const path = `${parent}/${error.property}`;
  return [
    ...Object.values(error.constraints ?? {}).map(message => ({ path, message })),
    ...(error.children ?? []).flatMap(child => faultsOf(child, path)),
  ];
}
