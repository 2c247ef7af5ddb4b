import { type IncomingHttpHeaders } from 'node:http';

/** In what a caller is: what the token says, or what there is in place of one. */
export type Standing =
  | 'citizen'
  | 'caseworker'
  | 'ops'
  | 'designer'
  | 'approver'
  | 'auditor'
  | 'authority'
  | 'face'
  | 'scraper'
  | 'nobody';

/** Whoever sends a request. */
export interface Sender {
  readonly standing: Standing;
  /** The person id behind the token; the name of an authority; empty for nobody. */
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How a request is meant. */
export type Intent = 'valid' | 'nearly valid' | 'hostile';

/** One request, to the byte, as far as HTTP lets a client choose. */
export interface Shot {
  readonly intent: Intent;
  readonly sender: Sender;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
  /** The statuses that it must be answered with, where that is known beforehand. */
  readonly must?: readonly number[];
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Milliseconds. */
  readonly took: number;
}

/** A member of the body of an answer or a request; undefined when there is none or it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What to type to send it again. */
export function describeShot({ intent, sender, method, path, headers, body }: Shot): string {
  const text = Buffer.isBuffer(body)
    ? `0x${body.subarray(0, 400).toString('hex')}`
    : JSON.stringify(body)?.slice(0, 2_000);
  const sent = Object.entries(headers).map(([name, value]) =>
    // Signed anew in every run.
    name === 'authorization' && value === sender.headers[name]
      ? `${name}: their own`
      : `${name}: ${JSON.stringify(value)}`,
  );
  return `${method} ${path} (${intent}, by ${sender.standing} ${sender.id})\n    ${sent.join('\n    ')}\n    ${text ?? 'no body'}`;
}
