import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { CHANNEL_WAYS, type ChannelWay } from '#runtime';

const WAY = { enum: CHANNEL_WAYS, description: 'By text message or by e-mail' } as const;

export class ProposedSecondChannel {
  @ApiProperty(WAY)
  @IsIn(CHANNEL_WAYS)
  readonly way!: ChannelWay;

  @ApiProperty({
    maxLength: 254,
    example: '12 34 56 78',
    description: 'A telephone number, Danish unless it has a country, or a mail address',
  })
  @IsString()
  @MaxLength(254)
  readonly address!: string;
}

export class ChannelCode {
  @ApiProperty({ pattern: '^\\d{6}$', example: '402911', description: 'What was sent to the address' })
  @IsString()
  @Matches(/^\d{6}$/)
  readonly code!: string;
}

/** Where somebody is told that there is news. */
export class SecondChannelDocument {
  @ApiProperty(WAY) readonly way!: ChannelWay;
  @ApiProperty({ example: '+45 •• •• •• 78', description: 'The address, as far as it is shown' })
  readonly address!: string;
  @ApiProperty({ description: 'Whether it is used: the code that went there has been sent back' })
  readonly confirmed!: boolean;
}

export class OwnSecondChannelDocument {
  @ApiProperty({ type: [SecondChannelDocument], description: 'None or one' })
  readonly items!: readonly SecondChannelDocument[];
}
