import { createHash } from 'node:crypto';

/** To whom a handle was given, and for what: it means nothing to anybody else, or elsewhere. */
export interface HandleScope {
  readonly journey: string;
  readonly task: string;
  /** Person id of who reads the task. */
  readonly viewer: string;
}

/**
 * *Indirect object reference*: what a client sends back in place of a person whom the journey has filled in. It is looked up
 * among those that the task offers at that moment and is never opened, so it needs no key and may lie in a draft for
 * as long as the task is open: 128 bits of SHA-256 over a random person id cannot be guessed or turned back.
 * The first character is one that neither a CPR number nor a person id has.
 */
export function personHandle({ journey, task, viewer }: HandleScope, person: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([journey, task, viewer, person]))
    .digest();
  return `~${digest.subarray(0, 16).toString('base64url')}`;
}
