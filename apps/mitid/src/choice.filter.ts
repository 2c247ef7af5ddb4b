import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { errorPage } from './pages/error-page.js';
import { pageLanguage } from './page-language.js';

/** Whatever goes wrong on the page: a sign-in that is over, or was begun in another browser. */
@Catch()
export class ChoiceFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.headersSent) return;
    const status = error instanceof HttpException ? error.getStatus() : 400;
    const code = (error as { readonly error?: unknown }).error;
    response
      .status(status)
      .type('html')
      .send(
        errorPage(
          typeof code === 'string' ? code : 'invalid_request',
          pageLanguage(http.getRequest<Request>()),
        ),
      );
  }
}
