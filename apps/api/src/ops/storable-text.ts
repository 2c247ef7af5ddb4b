import { Matches } from 'class-validator';

/** A text that can be compared with what is stored: Postgres holds no NUL and refuses a query with one. */
export const StorableText = (): PropertyDecorator =>
  Matches(/^[^\0]*$/, { message: 'must not hold a NUL character' });
