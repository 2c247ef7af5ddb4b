import { Injectable } from '@nestjs/common';
import { SignedIn } from '../session/signed-in.js';
import { wordsIn } from '../words/page-words.js';
import { chosenLanguage } from './chosen-language.js';
import { StaticFiles } from './static-files.js';
import { type Visit } from './visit.js';
import { type VisitedRequest } from './visited-request.js';

/** Who visits, and in which language. */
@Injectable()
export class Visits {
  constructor(
    private readonly signedIn: SignedIn,
    private readonly files: StaticFiles,
  ) {}

  /** Finds it out once for a request. */
  async of(request: VisitedRequest): Promise<Visit> {
    return (request.visit ??= await this.#find(request));
  }

  async #find(request: VisitedRequest): Promise<Visit> {
    const language = chosenLanguage(request);
    const visitor = await this.signedIn.visitor(request);
    const address = request.originalUrl;
    return {
      language,
      words: wordsIn(language),
      address,
      ...(visitor && { visitor }),
      formToken: this.signedIn.formToken(request),
      file: name => this.files.addressOf(name),
      signInAddress: this.signedIn.signInAddress(request.method === 'GET' ? address : '/'),
      signOutAddress: this.signedIn.signOutAddress,
    };
  }
}
