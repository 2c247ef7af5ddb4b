import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AUDIT_LOG } from '#assembly';
import type { AuditLog } from '#runtime';
import { Ops } from '../access/access.js';
import { Problems } from '../problem/problems.decorator.js';
import { AuditPage, AuditSearch, auditPage } from './audit-documents.js';
import { Audited } from './audited.js';

const DEFAULT_LIMIT = 100;

@Ops()
@ApiTags('ops')
@Controller('v1/ops/audit')
export class AuditController {
  constructor(@Inject(AUDIT_LOG) private readonly log: AuditLog) {}

  @Get()
  @Audited('audit-read')
  @ApiOperation({ summary: 'Who did what, when and why, and who looked at what; newest first' })
  @ApiOkResponse({ type: AuditPage })
  @Problems('invalid')
  async page(@Query() { limit = DEFAULT_LIMIT, ...filter }: AuditSearch): Promise<AuditPage> {
    return auditPage(await this.log.page({ ...filter, limit: limit + 1 }), limit);
  }
}
