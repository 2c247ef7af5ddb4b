import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class PictureQuery {
  @ApiPropertyOptional({
    example: 'underWay.doctor',
    description: 'Path of a branch, as the picture of the whole names them; absent: the whole',
  })
  @IsOptional()
  @IsString()
  @MaxLength(512)
  readonly branch?: string;
}
