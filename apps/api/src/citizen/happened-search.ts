import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Which page of what has happened. */
export class HappenedSearch {
  @ApiPropertyOptional({ description: '`next` of the page before, or `earlier` of the journey' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly after?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit?: number;
}
