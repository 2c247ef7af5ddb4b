import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post } from '@nestjs/common';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { ShownAgain } from '../../http/shown-again.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { journeyPath, offerPath } from '../../paths.js';
import { isContradiction } from '../../rest/api-problem.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { confirmedIn } from '../start/contradiction-alert.js';
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
    const [key, confirm] = [`${posted.text('key')}-${answer}`, confirmedIn(posted.text('confirm'))];
    try {
      const offer = await this.citizen.answerOffer(visit, id, answer, key, confirm);
      return new SeeOther(offer.journey === undefined ? offerPath(id) : journeyPath(offer.journey));
    } catch (error) {
      if (!isContradiction(error)) throw error;
      const { contradictions } = error;
      const offer = await this.citizen.offer(visit, id);
      return new ShownAgain(
        <OneOfferPage offer={offer} sendKey={randomUUID()} contradictions={contradictions} />,
        409,
      );
    }
  }
}
