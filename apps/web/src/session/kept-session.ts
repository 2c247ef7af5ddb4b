import { type Request } from 'express';
import { type Instant } from '#statechart';
import { type ActedFor } from './signed-in.js';

/** Somebody who has signed in, as a session keeps them. */
export interface KeptVisitor {
  readonly name: string;
  readonly role: string;
  readonly person: string;
  /** Id of their session at the API. */
  readonly session: string;
  /** Renews it there. */
  readonly renewal: string;
  readonly token: string;
  readonly tokenExpires: Instant;
  readonly endsAt: Instant;
  readonly actsFor?: ActedFor;
}

/** A form that was posted when its session was over. */
export interface KeptForm {
  /** Path that it was posted to. */
  readonly path: string;
  readonly fields: readonly (readonly [string, string])[];
  /** By whom, as {@link FormTokens} names them. */
  readonly by: string;
}

declare module 'express-session' {
  interface SessionData {
    visitor?: KeptVisitor;
    form?: KeptForm;
  }
}

/** Writes it at once: whatever else is under way in the same browser finds it so. */
export function saved({ session }: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    session.save((error: unknown) => (error ? reject(error as Error) : resolve()));
  });
}

/** A new id for the same browser: whoever knew the one before, knows nothing (session fixation). */
export function renamed(request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.regenerate((error: unknown) => (error ? reject(error as Error) : resolve()));
  });
}

export function destroyed({ session }: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    session.destroy((error: unknown) => (error ? reject(error as Error) : resolve()));
  });
}
