import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Request } from 'express';
import { BodyReader, hasBody } from './body-reader.js';
import { FORM_BODY, parseForm, requireForm } from './form-body.js';
import { LARGE_BODY } from './large-body.js';
import { parseBody, requireJson } from './parse-body.js';
import { STREAMED_BODY } from './streamed-body.js';

/** Body parser that runs once the caller may be here: a guard, since Nest asks guards before it hands a body to a route. */
@Injectable()
export class BodyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly bodies: BodyReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const request = context.switchToHttp().getRequest<Request>();
    if (!hasBody(request)) return true;
    if (this.reflector.get<boolean | undefined>(STREAMED_BODY, context.getHandler())) return true;
    if (this.reflector.get<boolean | undefined>(FORM_BODY, context.getHandler())) {
      requireForm(request);
      request.body = parseForm(await this.bodies.read(request, 'known'));
      return true;
    }
    requireJson(request);
    const most = this.reflector.get<number | undefined>(LARGE_BODY, context.getHandler());
    request.body = parseBody(await this.bodies.read(request, 'known', most));
    return true;
  }
}
