import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { journeyPath, offerPath } from '../../paths.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { OneOfferPage } from './offer-page.js';

/** A journey that is held out to whoever visits. */
@Controller('tilbud')
export class OfferController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get(':offer')
  async show(@Param('offer') id: string, @Visiting() visit: Visit) {
    return <OneOfferPage offer={await this.citizen.offer(visit, id)} sendKey={randomUUID()} />;
  }

  @Post(':offer')
  async answer(@Param('offer') id: string, @PostedForm() posted: Posted, @Visiting() visit: Visit) {
    const answer = posted.text('answer') === 'take' ? 'take' : 'decline';
    const offer = await this.citizen.answerOffer(visit, id, answer, `${posted.text('key')}-${answer}`);
    return new SeeOther(offer.journey === undefined ? offerPath(id) : journeyPath(offer.journey));
  }
}
