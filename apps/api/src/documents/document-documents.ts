import { ApiProperty } from '@nestjs/swagger';

export class AttachedDocument {
  @ApiProperty({ format: 'uuid', description: 'To be sent as the value of the field' }) readonly id!: string;
  @ApiProperty({ example: 'Testamente.pdf' }) readonly name!: string;
  @ApiProperty({ example: 'application/pdf', description: 'Found by its content' }) readonly type!: string;
  @ApiProperty({ description: 'Bytes' }) readonly size!: number;
}
