import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import { type Request } from 'express';
import { type VNode } from 'preact';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { ShownAgain } from '../../http/shown-again.js';
import { OfFace } from '../../http/visit.guard.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { FRONT_PATHS } from '../../faces.js';
import { PATHS } from '../../paths.js';
import { isProblem } from '../../rest/api-problem.js';
import { type AssistanceDocument } from '../../rest/documents.js';
import { SignedIn } from '../../session/signed-in.js';
import { AssistanceApi } from '../assistance-api.js';
import { faultyFields, readBeginning } from './beginning.js';
import { CounterPage } from './counter-page.js';

/** Whom a caseworker helps: beginning, going on, ending. */
@OfFace('caseworker')
@Controller(FRONT_PATHS.caseworker)
export class CounterController {
  constructor(
    private readonly assistances: AssistanceApi,
    private readonly signedIn: SignedIn,
  ) {}

  @Get()
  async show(@Query('slut') ended: unknown, @Visiting() visit: Visit): Promise<VNode> {
    const { items } = await this.assistances.open(visit);
    return <CounterPage open={items} ended={ended === '1'} />;
  }

  @Post()
  async begin(
    @PostedForm() posted: Posted,
    @Visiting() visit: Visit,
    @Req() request: Request,
  ): Promise<SeeOther | ShownAgain> {
    const asked = readBeginning(posted);
    try {
      return await this.#help(request, await this.assistances.begin(visit, asked));
    } catch (error) {
      if (!isProblem(error, 422)) throw error;
      const { items } = await this.assistances.open(visit);
      return new ShownAgain(<CounterPage open={items} asked={asked} faulty={faultyFields(error)} />, 422);
    }
  }

  @Post('hjaelp')
  async goOn(
    @PostedForm() posted: Posted,
    @Visiting() visit: Visit,
    @Req() request: Request,
  ): Promise<SeeOther> {
    const open = await this.#chosen(visit, posted);
    return open ? this.#help(request, open) : new SeeOther(FRONT_PATHS.caseworker);
  }

  @Post('afslut')
  async end(
    @PostedForm() posted: Posted,
    @Visiting() visit: Visit,
    @Req() request: Request,
  ): Promise<SeeOther> {
    const open = await this.#chosen(visit, posted);
    // One that is not there has ended by itself, perhaps just now.
    await (open && this.assistances.end(visit, open.id).catch(unlessGone));
    await this.signedIn.actFor(request, undefined);
    return new SeeOther(`${FRONT_PATHS.caseworker}?slut=1`);
  }

  async #chosen(visit: Visit, posted: Posted): Promise<AssistanceDocument | undefined> {
    const { items } = await this.assistances.open(visit);
    return items.find(({ id }) => id === posted.text('assistance'));
  }

  async #help(request: Request, assistance: AssistanceDocument): Promise<SeeOther> {
    const { person, name, authorityName } = assistance;
    await this.signedIn.actFor(request, { person, name, helpedBy: authorityName });
    return new SeeOther(PATHS.home);
  }
}

function unlessGone(error: unknown): void {
  if (!isProblem(error, 404)) throw error;
}
