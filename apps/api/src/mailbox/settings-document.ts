import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { type Language, LANGUAGES } from '#journey';

export class SettingsDocument {
  @ApiProperty({ enum: LANGUAGES, description: 'The language you are written to in' })
  @IsIn(LANGUAGES)
  readonly language!: Language;
}
