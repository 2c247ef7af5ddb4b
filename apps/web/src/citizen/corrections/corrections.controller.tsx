import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Posted, PostedForm } from '../../http/posted.js';
import { SeeOther } from '../../http/see-other.js';
import { ShownAgain } from '../../http/shown-again.js';
import { type Visit } from '../../http/visit.js';
import { Visiting } from '../../http/visited-request.js';
import { correctionReceiptPath } from '../../paths.js';
import { isProblem } from '../../rest/api-problem.js';
import { CorrectionApi } from '../../rest/correction-api.js';
import { AskCorrectionPage } from './ask-correction-page.js';
import { AskedCorrectionPage } from './asked-correction-page.js';
import { CheckCorrectionPage } from './check-correction-page.js';
import {
  correctionFaults,
  correctionOrder,
  faultsIn,
  NO_CORRECTION,
  readCorrection,
} from './correction-form.js';
import { CorrectionReceiptPage } from './correction-receipt-page.js';
import { CorrectionsPage } from './corrections-page.js';

/** Having one's data corrected: asked, checked, sent; and what has come of it. */
@Controller('mine-oplysninger/rettelser')
export class CorrectionsPageController {
  constructor(private readonly corrections: CorrectionApi) {}

  @Get()
  async list(@Query() { efter }: { readonly efter?: string }, @Visiting() visit: Visit) {
    return <CorrectionsPage page={await this.corrections.page(visit, { after: efter })} />;
  }

  @Get('ny')
  async ask(@Query() { om }: { readonly om?: unknown }, @Visiting() visit: Visit) {
    const disclosure = await this.corrections.disclosure(visit, String(om));
    return <AskCorrectionPage disclosure={disclosure} typed={NO_CORRECTION} />;
  }

  @Post('ny')
  async take(@PostedForm() posted: Posted, @Visiting() visit: Visit) {
    const [typed, step, about] = [readCorrection(posted), posted.text('step'), posted.text('om')];
    const page = { disclosure: await this.corrections.disclosure(visit, about), typed };
    if (step === 'change') return <AskCorrectionPage {...page} />;
    const faults = faultsIn(typed, visit.words.corrections.ask);
    if (Object.keys(faults).length > 0) {
      return new ShownAgain(<AskCorrectionPage {...page} faults={faults} />, 422);
    }
    if (step !== 'send') return <CheckCorrectionPage {...page} sendKey={randomUUID()} />;
    try {
      const { id } = await this.corrections.ask(visit, correctionOrder(about, typed), posted.text('key'));
      return new SeeOther(correctionReceiptPath(id));
    } catch (error) {
      const refused = isProblem(error, 422) ? correctionFaults(error) : {};
      if (Object.keys(refused).length === 0) throw error;
      return new ShownAgain(<AskCorrectionPage {...page} faults={refused} />, 422);
    }
  }

  @Get(':correction')
  async one(@Param('correction') correction: string, @Visiting() visit: Visit) {
    return <AskedCorrectionPage correction={await this.corrections.one(visit, correction)} />;
  }

  @Get(':correction/kvittering')
  async receipt(@Param('correction') correction: string, @Visiting() visit: Visit) {
    return <CorrectionReceiptPage correction={await this.corrections.one(visit, correction)} />;
  }
}
