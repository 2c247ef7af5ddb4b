import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../paging/page-query.js';

/** Longer than what anybody writes of their life in a search field. */
const LONGEST = 200;

/** Which journeys are asked for. */
export class DefinitionQuery extends PageQuery {
  @ApiPropertyOptional({
    maxLength: LONGEST,
    example: 'min mor er død',
    description:
      'What has happened, in plain Danish or English: the journeys that may be meant come first to last, on one page. ' +
      'It is kept nowhere.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  readonly q?: string;
}
