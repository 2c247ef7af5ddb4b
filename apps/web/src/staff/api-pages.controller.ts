import { Controller, Get, Req, Res, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { type ReadableStream } from 'node:stream/web';
import { type Request, type Response } from 'express';
import { OfFace } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';
import { Api } from '../rest/api.js';

/** What is handed on of an answer; the rest is between the API and us. */
const HEADERS = ['content-type', 'content-security-policy', 'cache-control', 'location', 'allow'];

/**
 * *Reverse proxy* for the pages that the API itself has: the board of queues and the documentation. They stand behind the same
 * sign-in as all else here, and no token leaves this process. To be read: nothing but GET is handed on.
 */
@Controller()
export class ApiPagesController {
  constructor(private readonly api: Api) {}

  @Get(['ops/queues', 'ops/queues/*path'])
  @OfFace('ops')
  board(@Req() request: Request, @Visiting() visit: Visit, @Res({ passthrough: true }) response: Response) {
    return this.#handOn(request, visit, response);
  }

  @Get(['docs', 'docs/*path', 'docs-json', 'docs-yaml'])
  @OfFace('ops', 'designer')
  documentation(
    @Req() request: Request,
    @Visiting() visit: Visit,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.#handOn(request, visit, response);
  }

  async #handOn({ originalUrl }: Request, visit: Visit, response: Response): Promise<StreamableFile> {
    const answer = await this.api.page(visit, originalUrl);
    response.status(answer.status);
    for (const name of HEADERS) {
      const value = answer.headers.get(name);
      if (value !== null) response.set(name, value);
    }
    const body = answer.body ? Readable.fromWeb(answer.body as ReadableStream) : Readable.from([]);
    return new StreamableFile(body, { type: answer.headers.get('content-type') ?? 'text/plain' });
  }
}
