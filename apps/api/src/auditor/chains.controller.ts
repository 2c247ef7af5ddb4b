import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Logger } from 'pino';
import { iso } from '#calendar';
import { type Caller } from '#identity';
import { ChainVerifications } from '#runtime';
import { LOGGER } from '#telemetry';
import { Auditor } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Audited } from '../audit/audited.js';
import { Limited } from '../limits/limited.js';
import { ChainsDocument, verificationDocument } from './chain-documents.js';

const SHOWN = 10;

/** Whether the access log is what was chained and signed. */
@Auditor()
@ApiTags('auditor')
@Controller('audit')
export class ChainsController {
  constructor(
    private readonly verifications: ChainVerifications,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get('chains')
  @ApiOperation({ summary: 'How the chains of the access log stand, and what verifying them has found' })
  @ApiOkResponse({ type: ChainsDocument })
  async chains(): Promise<ChainsDocument> {
    const [standing, latest] = await Promise.all([
      this.verifications.standing(),
      this.verifications.latest(SHOWN),
    ]);
    const { sealedAt, waitingSince, ...counts } = standing;
    return {
      ...counts,
      ...(sealedAt !== undefined && { sealedAt: iso(sealedAt) }),
      ...(waitingSince !== undefined && { waitingSince: iso(waitingSince) }),
      verifications: latest.map(verificationDocument),
    };
  }

  @Post('verifications')
  @HttpCode(202)
  @Limited('exports')
  @Audited('chains-verified')
  @ApiOperation({
    summary: 'Verify all chains',
    description: 'It takes as long as it takes: what was found stands in GET /v1/audit/chains.',
  })
  @ApiAcceptedResponse({ description: 'It is under way' })
  async verify(@Calling() { person }: Caller): Promise<void> {
    await this.verifications.begin(`auditor:${person}`, error =>
      this.logger.error({ err: error }, 'the chains could not be verified'),
    );
  }
}
