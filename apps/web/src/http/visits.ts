import { Inject, Injectable } from '@nestjs/common';
import { type Face, isFace, SERVED_FACES } from '../faces.js';
import { type FormToken, SignedIn, type Visitor } from '../session/signed-in.js';
import { pageWordsIn } from '../words/page-words.js';
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
    @Inject(SERVED_FACES) private readonly faces: readonly Face[],
  ) {}

  /** Finds it out once for a request. */
  async of(request: VisitedRequest): Promise<Visit> {
    return (request.visit ??= await this.#find(request));
  }

  /** The same when the session cannot be asked: then nobody visits. */
  async ofWhoeverItIs(request: VisitedRequest): Promise<Visit> {
    try {
      return await this.of(request);
    } catch {
      return this.#visit(request, undefined, NO_TOKEN);
    }
  }

  async #find(request: VisitedRequest): Promise<Visit> {
    const visitor = await this.signedIn.visitor(request);
    const visit = this.#visit(request, visitor, this.signedIn.formToken(request));
    return { ...visit, rename: name => this.#rename(request, name) };
  }

  /** Pages are rendered for the visit of their request, and so with the new name. */
  async #rename(request: VisitedRequest, name: string): Promise<void> {
    const { visit } = request;
    const { visitor } = visit ?? {};
    if (!visit || !visitor?.actsFor || visitor.actsFor.name === name) return;
    const actsFor = { ...visitor.actsFor, name };
    request.visit = { ...visit, visitor: { ...visitor, actsFor } };
    await this.signedIn.actFor(request, actsFor);
  }

  #visit(request: VisitedRequest, visitor: Visitor | undefined, formToken: FormToken): Visit {
    const language = chosenLanguage(request);
    const address = request.originalUrl;
    return {
      language,
      face: isFace(visitor?.role) ? visitor.role : this.faces[0]!,
      words: pageWordsIn(language),
      address,
      ...(request.ip !== undefined && { client: request.ip }),
      ...(visitor && { visitor }),
      formToken,
      file: name => this.files.addressOf(name),
      signInAddress: this.signedIn.signInAddress(request.method === 'GET' ? address : '/'),
      signOutAddress: this.signedIn.signOutAddress,
    };
  }
}

const NO_TOKEN: FormToken = { field: 'token', value: '' };
