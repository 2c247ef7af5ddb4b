import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditLog } from '#runtime';
import { Ops } from '../access/access.js';
import { Problems } from '../problem/problems.decorator.js';
import { AuditPage, AuditSearch } from './audit-documents.js';
import { auditPage } from './audit-page.js';
import { Audited } from './audited.js';

@Ops()
@ApiTags('ops')
@Controller('ops/audit')
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  @Get()
  @Audited('audit-read')
  @ApiOperation({
    summary: 'Who did what, when and why, and who looked at what; newest first',
    description:
      'Who has worked with a case is not asked here: an auditor looks it up for a reason, and its people are told.',
  })
  @ApiOkResponse({ type: AuditPage })
  @Problems('invalid')
  page(@Query() { after, limit, ...filter }: AuditSearch): Promise<AuditPage> {
    return auditPage(this.log, { after, limit }, filter);
  }
}
