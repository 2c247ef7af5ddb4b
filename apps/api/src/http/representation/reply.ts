import { type CookieOptions } from 'express';

export interface ReplyHead {
  /** Instead of the status that the route declares. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A cookie to be kept, or, without a value, to be forgotten. */
  readonly cookie?: { readonly name: string; readonly value?: string; readonly options: CookieOptions };
}

/** Response entity: what a route answers whose status, headers or cookies depend on what it found. */
export class Reply<T> {
  constructor(
    readonly body: T,
    readonly head: ReplyHead,
  ) {}
}

/** The body of what a route answers. */
export function bodyOf(answer: unknown): unknown {
  return answer instanceof Reply ? answer.body : answer;
}
