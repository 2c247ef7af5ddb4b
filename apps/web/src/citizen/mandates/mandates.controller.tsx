import { Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { type Request } from 'express';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { PATHS } from '../../paths.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { type MandateDocument } from '../../rest/documents.js';
import { SignedIn } from '../../session/signed-in.js';
import { EndMandatePage } from './end-mandate-page.js';
import { MandateReceiptPage } from './mandate-receipt-page.js';
import { MandatesPage } from './mandates-page.js';
import { asThemselves } from './as-themselves.js';

type EndableMandate = MandateDocument & { readonly id: string };

/** For whom somebody may act, who may act for them, and acting. All of it is the visitor's own, whomever they act for. */
@Controller('fuldmagter')
export class MandatesPageController {
  constructor(
    private readonly citizen: CitizenApi,
    private readonly signedIn: SignedIn,
  ) {}

  @Get()
  async show(@Query('slut') ended: string | undefined, @Visiting() visit: Visit) {
    const mandates = await this.citizen.mandates(asThemselves(visit));
    return <MandatesPage mandates={mandates} ended={ended !== undefined} />;
  }

  /** Without a person: for themselves again. */
  @Post()
  async actFor(@PostedForm() posted: Posted, @Visiting() visit: Visit, @Req() request: Request) {
    const { held } = await this.citizen.mandates(asThemselves(visit));
    const mandate = held.find(({ person, begun }) => begun && person === posted.text('person'));
    await this.signedIn.actFor(request, mandate && { person: mandate.person, name: mandate.name });
    return new SeeOther(mandate ? PATHS.home : PATHS.mandates);
  }

  @Get(':mandate/kvittering')
  async receipt(@Param('mandate') id: string, @Visiting() visit: Visit) {
    const { mandate, heldFor } = await this.#find(id, visit);
    if (heldFor !== undefined) throw new NotFoundException();
    return <MandateReceiptPage mandate={mandate} />;
  }

  @Get(':mandate/slut')
  async ending(@Param('mandate') id: string, @Visiting() visit: Visit) {
    const { mandate, heldFor } = await this.#find(id, visit);
    return <EndMandatePage mandate={mandate} isHeld={heldFor !== undefined} />;
  }

  @Post(':mandate/slut')
  async end(@Param('mandate') id: string, @Visiting() visit: Visit, @Req() request: Request) {
    const { heldFor } = await this.#find(id, visit);
    await this.citizen.endMandate(asThemselves(visit), id);
    if (heldFor !== undefined && visit.visitor?.actsFor?.person === heldFor) {
      await this.signedIn.actFor(request, undefined);
    }
    return new SeeOther(`${PATHS.mandates}?slut=1`);
  }

  /** `heldFor`: of one that the visitor holds, the person who has given it. */
  async #find(
    id: string,
    visit: Visit,
  ): Promise<{ readonly mandate: EndableMandate; readonly heldFor?: string }> {
    const { held, given } = await this.citizen.mandates(asThemselves(visit));
    const mine = given.find(mandate => mandate.id === id);
    const theirs = held.find(mandate => mandate.id === id);
    if (mine) return { mandate: { ...mine, id } };
    if (theirs) return { mandate: { ...theirs, id }, heldFor: theirs.person };
    throw new NotFoundException();
  }
}
