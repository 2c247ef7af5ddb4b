import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { iso } from '#calendar';
import { OpsStore } from '#runtime';
import { Ops } from '../access/access.js';
import { OpsHeldJourneys } from './ops-documents.js';

@Ops()
@ApiTags('ops')
@Controller('ops/held-journeys')
export class HeldJourneysController {
  constructor(private readonly ops: OpsStore) {}

  @Get()
  @ApiOperation({
    summary: 'How many journeys stand still for a fault of ours',
    description: 'Which they are says `GET /v1/ops/journeys?status=held`.',
  })
  @ApiOkResponse({ type: OpsHeldJourneys })
  async count(): Promise<OpsHeldJourneys> {
    const { count, since } = await this.ops.held();
    return { count, ...(since !== undefined && { since: iso(since) }) };
  }
}
