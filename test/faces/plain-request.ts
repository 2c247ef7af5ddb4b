import { request, type RequestOptions } from 'node:http';

/** A request to the letter, where `fetch` would not send it. */
export function plainly(address: string, options: RequestOptions) {
  return new Promise<{ readonly status: number; readonly location: string; readonly said: string }>(
    (resolve, reject) => {
      request(address, options)
        .on('error', reject)
        .on('response', response => {
          const { statusCode: status = 0, headers } = response;
          let said = JSON.stringify(headers);
          response
            .on('data', (part: Buffer) => (said += part.toString()))
            .on('end', () => resolve({ status, location: headers.location ?? '', said }));
        })
        .end();
    },
  );
}
