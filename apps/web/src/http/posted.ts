import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Request } from 'express';
import { TooMuchPosted } from './refusals.js';

/** Bytes: the largest document that the API takes, and room for the fields beside it. */
const MOST = 11 * 1024 * 1024;

/** A form as a browser has posted it: every field may come several times. */
export class Posted {
  readonly #fields: FormData;

  constructor(fields: FormData) {
    this.#fields = fields;
  }

  /** The first value of a field, trimmed; empty when there is none. */
  text(name: string): string {
    return this.texts(name)[0]?.trim() ?? '';
  }

  texts(name: string): readonly string[] {
    return this.#fields.getAll(name).filter(value => typeof value === 'string');
  }

  /** Every field that is text, by name and value. */
  get fields(): readonly (readonly [string, string])[] {
    return [...this.#fields].filter((field): field is [string, string] => typeof field[1] === 'string');
  }

  get hasFiles(): boolean {
    return [...this.#fields.values()].some(value => typeof value !== 'string' && value.size > 0);
  }

  /** The file of a field; undefined when none was chosen. */
  file(name: string): File | undefined {
    return this.#fields
      .getAll(name)
      .find((value): value is File => typeof value !== 'string' && value.size > 0);
  }
}

interface RequestWithForm extends Request {
  posted?: Posted;
}

/**
 * Reads a form, once. Files too are read into memory, so only of somebody who is let in.
 *
 * @throws TooMuchPosted
 */
export async function readPosted(request: RequestWithForm): Promise<Posted> {
  if (request.posted) return request.posted;
  const type = request.headers['content-type'] ?? '';
  const fields = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)
    ? await fieldsOf(request, type)
    : new FormData();
  request.posted = new Posted(fields);
  request.body = Object.fromEntries(request.posted.fields);
  return request.posted;
}

/** The form of a request, once it has been read. */
export const postedOf = ({ posted }: RequestWithForm): Posted | undefined => posted;

async function fieldsOf(request: Request, type: string): Promise<FormData> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST) throw new TooMuchPosted();
    parts.push(part);
  }
  const body = Readable.toWeb(Readable.from(parts)) as ReadableStream;
  return new Response(body, { headers: { 'content-type': type } }).formData();
}

/** The form that a route was posted. */
export const PostedForm = createParamDecorator((_: unknown, context: ExecutionContext): Posted => {
  const { posted } = context.switchToHttp().getRequest<RequestWithForm>();
  return posted ?? new Posted(new FormData());
});
