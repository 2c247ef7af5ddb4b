import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditLog } from '#runtime';
import { Ops } from '../access/access.js';
import { cursorOf, placeOf } from '../paging/cursor.js';
import { limitOf } from '../paging/page-query.js';
import { pageUpTo } from '../paging/page.js';
import { Problems } from '../problem/problems.decorator.js';
import { AuditPage, AuditSearch, auditDocument } from './audit-documents.js';
import { Audited } from './audited.js';

const ENTRY = /^(\d{1,15})$/;

@Ops()
@ApiTags('ops')
@Controller('ops/audit')
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  @Get()
  @Audited('audit-read')
  @ApiOperation({ summary: 'Who did what, when and why, and who looked at what; newest first' })
  @ApiOkResponse({ type: AuditPage })
  @Problems('invalid')
  async page(@Query() query: AuditSearch): Promise<AuditPage> {
    const { after, limit: _limit, ...filter } = query;
    const limit = limitOf(query);
    const [from] = after === undefined ? [] : placeOf(after, ENTRY);
    const records = await this.log.page({
      ...filter,
      ...(from !== undefined && { after: from }),
      limit: limit + 1,
    });
    return pageUpTo(records.map(auditDocument), limit, ({ id }) => cursorOf(id));
  }
}
