/** An answer over HTTP. */
export interface HttpAnswer<T> {
  readonly status: number;
  readonly body: T;
}

/** HTTP client that speaks JSON. */
export async function ask<T>(
  method: string,
  address: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer<T>> {
  const response = await fetch(address, {
    method,
    headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
}

/**
 * The same for what must not be refused.
 *
 * @throws Error with what was answered otherwise
 */
export async function must<T>(...asked: Parameters<typeof ask>): Promise<T> {
  const { status, body } = await ask<T>(...asked);
  if (status < 300) return body;
  throw new Error(`${asked[0]} ${asked[1]} gave ${status}: ${JSON.stringify(body)}`);
}
