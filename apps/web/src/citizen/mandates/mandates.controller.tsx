import { Controller, Get, Post, Req } from '@nestjs/common';
import { type Request } from 'express';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { PATHS } from '../../paths.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { SignedIn } from '../../session/signed-in.js';
import { MandatesPage } from './mandates-page.js';

/** For whom somebody may act, who may act for them, and acting. */
@Controller('fuldmagter')
export class MandatesPageController {
  constructor(
    private readonly citizen: CitizenApi,
    private readonly signedIn: SignedIn,
  ) {}

  @Get()
  async show(@Visiting() visit: Visit) {
    return <MandatesPage mandates={await this.citizen.mandates(visit)} />;
  }

  /** Without a person: for themselves again. */
  @Post()
  async actFor(@PostedForm() posted: Posted, @Visiting() visit: Visit, @Req() request: Request) {
    const { held } = await this.citizen.mandates(visit);
    const mandate = held.find(({ person }) => person === posted.text('person'));
    await this.signedIn.actFor(request, mandate && { person: mandate.person, name: mandate.name });
    return new SeeOther(mandate ? PATHS.home : PATHS.mandates);
  }
}
