import { type Caller } from './callers.js';
import { type RouteRequest } from './requests.js';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Headers and body. */
  readonly everything: string;
}

/** Asks once. Of a stream that does not end, the answer is what comes first. */
export async function ask(
  api: string,
  { method, path, body, type }: RouteRequest,
  caller: Caller,
): Promise<Answer> {
  const abort = new AbortController();
  const response = await fetch(`${api}${path}`, {
    method,
    signal: abort.signal,
    redirect: 'manual',
    headers: {
      'accept-language': 'en',
      ...(body !== '' && { 'content-type': type }),
      ...caller.credentials(path, body),
    },
    ...(body !== '' && { body }),
  });
  const text = isStream(response) ? await firstOf(response) : await response.text();
  abort.abort();
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  return { status: response.status, text, everything: `${headers}\n${text}` };
}

/** An answer without what tells one occurrence, and one id that was asked for, from another. */
export function sameWords({ status, text }: Answer): { readonly status: number; readonly text: string } {
  return { status, text: text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-\d+)?/g, 'id') };
}

function isStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') === true;
}

async function firstOf(response: Response): Promise<string> {
  const reader = response.body!.getReader();
  let text = '';
  // The first line tells when to come again; what has happened follows.
  while (!text.includes('data:')) {
    const { done, value } = await reader.read();
    if (done) break;
    text += Buffer.from(value).toString();
  }
  return text;
}
