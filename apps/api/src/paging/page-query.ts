import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type PageRequest } from '#runtime';
import { keysetOf } from './cursor.js';

const USUAL = 50;
const MOST = 200;
// Longer than any cursor of ours.
const LONGEST = 256;

/** Keyset pagination: which part of a list is asked for. */
export class PageQuery {
  @ApiPropertyOptional({ description: '`next` of the page before; without it, the first page' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  readonly after?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: MOST, default: USUAL, description: 'Most items' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  readonly limit?: number;
}

export const limitOf = ({ limit }: PageQuery): number => limit ?? USUAL;

/**
 * Look-ahead row: asks a store for one more than the page holds, which tells whether there is another.
 *
 * @throws EdgeError `invalid` when the cursor is none of ours
 */
export function pageRequest({ after, ...query }: PageQuery): PageRequest {
  const limit = limitOf(query) + 1;
  return after === undefined ? { limit } : { after: keysetOf(after), limit };
}
