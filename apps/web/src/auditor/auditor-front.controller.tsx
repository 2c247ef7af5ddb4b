import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { FRONT_PATHS } from '../faces.js';
import { Posted, PostedForm } from '../http/posted.js';
import { SeeOther } from '../http/see-other.js';
import { ShownAgain } from '../http/shown-again.js';
import { OfFace } from '../http/visit.guard.js';
import { type Visit } from '../http/visit.js';
import { Visiting } from '../http/visited-request.js';
import { AUDITED_CASE_FILE_PATH, PATHS } from '../paths.js';
import { isProblem } from '../rest/api-problem.js';
import { AuditorApi } from '../rest/auditor-api.js';
import { type CaseLookup } from '../rest/documents.js';
import { AuditedCasePage } from './audited-case-page.js';
import { AuditorFrontPage } from './auditor-front-page.js';
import { lookupFaults } from './case-lookup-form.js';
import { download } from './download.js';
import { auditorWordsIn } from './words/auditor-words.js';

/** How the log stands, verifying it, and looking up a case. */
@OfFace('auditor')
@Controller()
export class AuditorFrontController {
  constructor(private readonly auditor: AuditorApi) {}

  @Get(FRONT_PATHS.auditor)
  async show(@Query('begyndt') begun: unknown, @Visiting() visit: Visit) {
    return <AuditorFrontPage chains={await this.auditor.chains(visit)} begun={begun === '1'} />;
  }

  @Post(PATHS.verifications)
  async verify(@Visiting() visit: Visit) {
    await this.auditor.verify(visit);
    return new SeeOther(`${FRONT_PATHS.auditor}?begyndt=1`);
  }

  /** Posted, and answered at once: why somebody looks stands in no address, and a page that is loaded again asks again. */
  @Post(PATHS.auditedCase)
  @HttpCode(200)
  lookUp(@PostedForm() posted: Posted, @Visiting() visit: Visit) {
    const after = posted.text('efter');
    return this.#lookingUp(posted, visit, async lookup => {
      const found = await this.auditor.lookUp(visit, lookup, { ...(after !== '' && { after }) });
      return <AuditedCasePage found={found} reason={lookup.reason} />;
    });
  }

  @Post(AUDITED_CASE_FILE_PATH)
  @HttpCode(200)
  lookUpFile(@PostedForm() posted: Posted, @Visiting() visit: Visit) {
    return this.#lookingUp(posted, visit, async lookup =>
      download(await this.auditor.lookUpFile(visit, lookup), 'text/csv; charset=utf-8', 'sag.csv'),
    );
  }

  /** What was asked for, or the form again with what is wrong in it. */
  async #lookingUp<Answer>(
    posted: Posted,
    visit: Visit,
    answer: (lookup: CaseLookup) => Promise<Answer>,
  ): Promise<Answer | ShownAgain> {
    const [reference, reason] = [posted.text('sagsnummer'), posted.text('begrundelse')];
    try {
      return await answer({ reference, reason });
    } catch (error) {
      if (!isProblem(error, 404, 422)) throw error;
      const wrong =
        error.status === 404 ? ['unknown'] : error.errors.map(({ pointer }) => pointer.replace('#/', ''));
      const faults = lookupFaults(wrong, auditorWordsIn(visit.language).lookUp);
      const chains = await this.auditor.chains(visit);
      return new ShownAgain(<AuditorFrontPage chains={chains} typed={{ reference, reason, faults }} />, 422);
    }
  }
}
