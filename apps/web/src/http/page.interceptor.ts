import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { type Response } from 'express';
import { isValidElement, type VNode } from 'preact';
import { map, type Observable } from 'rxjs';
import { type VisitedRequest, visitOf } from './visited-request.js';
import { coded } from './content-coding.js';
import { PageRenderer } from './page-renderer.js';
import { SeeOther } from './see-other.js';
import { ShownAgain } from './shown-again.js';

/** *View*: makes of what a controller returns what a browser gets: a page, or the way to another. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly renderer: PageRenderer) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<VisitedRequest>(), http.getResponse<Response>()];
    return next.handle().pipe(map(result => this.#answer(result, request, response)));
  }

  #answer(result: unknown, request: VisitedRequest, response: Response): unknown {
    if (result instanceof SeeOther) {
      response.status(303).location(result.path);
      return undefined;
    }
    if (result instanceof ShownAgain) {
      response.status(result.status);
      return this.#page(result.page, request, response);
    }
    if (isValidElement(result)) {
      // What was posted and shows a page is no new thing.
      if (response.statusCode === 201) response.status(200);
      return this.#page(result, request, response);
    }
    return result;
  }

  #page(page: VNode, request: VisitedRequest, response: Response): StreamableFile {
    const visit = visitOf(request);
    const { body, coding } = coded(this.renderer.html(page, visit), request);
    response.set({ 'Content-Language': visit.language, Vary: 'Accept-Encoding, Cookie, Accept-Language' });
    if (coding) response.set('Content-Encoding', coding);
    return new StreamableFile(body, { type: 'text/html; charset=utf-8', length: body.length });
  }
}
