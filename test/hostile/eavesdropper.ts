import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';
import { AUTHORITY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '#authorities';

const HOST = '127.0.0.1';
const REMEMBERED = 300;
const PASSED_ON = [AUTHORITY_HEADER, TIMESTAMP_HEADER, SIGNATURE_HEADER, 'content-type'];

/** A message of an authority as it went over the wire. */
export interface Overheard {
  readonly authority: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
}

/** *Man in the middle* between the authorities and the API: passes on what they say, unchanged, and remembers it. */
export interface Eavesdropper {
  readonly address: string;
  readonly heard: readonly Overheard[];
  close(): Promise<void>;
}

/** @param api undefined while it is not known yet */
export async function startEavesdropper(api: () => string | undefined): Promise<Eavesdropper> {
  const heard: Overheard[] = [];
  const server = createServer((request, response) => {
    pass(request, api(), heard).then(
      ({ status, text, type }) => response.writeHead(status, { 'content-type': type }).end(text),
      () => response.destroy(),
    );
  }).listen(0, HOST);
  await once(server, 'listening');
  return {
    address: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    heard,
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function pass(request: IncomingMessage, api: string | undefined, heard: Overheard[]) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
  const path = request.url ?? '/';
  const headers = Object.fromEntries(
    PASSED_ON.flatMap(name => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );
  const response = await fetch(`${api}${path}`, { method: request.method ?? 'POST', headers, body });
  const text = await response.text();
  heard.push({ authority: headers[AUTHORITY_HEADER] ?? '', path, headers, body, status: response.status });
  if (heard.length > REMEMBERED) heard.shift();
  return { status: response.status, text, type: response.headers.get('content-type') ?? 'text/plain' };
}
