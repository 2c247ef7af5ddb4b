import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { CitizenApi } from '../../rest/citizen-api.js';
import { ReceiptPage } from './receipt-page.js';
import { ReceiptsPage } from './receipts-page.js';

/** Receipts of what somebody has sent. */
@Controller('forloeb/:journey/kvitteringer')
export class ReceiptController {
  constructor(private readonly citizen: CitizenApi) {}

  @Get()
  async list(
    @Param('journey') journey: string,
    @Query('efter') after: string | undefined,
    @Visiting() visit: Visit,
  ) {
    const [document, page] = await Promise.all([
      this.citizen.journey(visit, journey),
      this.citizen.answers(visit, journey, { after }),
    ]);
    return <ReceiptsPage journey={document} page={page} />;
  }

  @Get(':receipt')
  async show(@Param('journey') journey: string, @Param('receipt') receipt: string, @Visiting() visit: Visit) {
    const [document, answer] = await Promise.all([
      this.citizen.journey(visit, journey),
      this.citizen.answer(visit, journey, receipt),
    ]);
    return <ReceiptPage journey={document} answer={answer} />;
  }
}
