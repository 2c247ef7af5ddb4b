import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { type MessageFilter } from '#runtime';
import { PageQuery } from '../paging/page-query.js';

export class MessageQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['true'], description: 'Only those that you have not read' })
  @IsOptional()
  @IsIn(['true'])
  readonly unread?: 'true';

  @ApiPropertyOptional({ format: 'uuid', description: 'Only those of this journey' })
  @IsOptional()
  @IsUUID()
  readonly journey?: string;
}

export function messageFilter({ unread, journey }: MessageQuery): MessageFilter {
  return { ...(unread !== undefined && { unread: true }), ...(journey !== undefined && { journey }) };
}
