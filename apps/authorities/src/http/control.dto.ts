import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { type JsonObject } from '#statechart';

const CPR = /^[0-9]{10}$/;

/** What an authority knows about one person. Sent as a body: a CPR number does not belong in an address. */
export class PersonDto {
  @ApiProperty({ description: 'CPR number' })
  @Matches(CPR, { message: 'person must be a CPR number of ten digits' })
  person!: string;

  @ApiProperty({ description: 'Codes with which requests that name the person are refused; empty: none' })
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  refusals!: string[];
}

/** Fields that stand in the answers of an operation from now on. */
export class AnswerDto {
  @ApiProperty({ description: 'operationId' })
  @IsString()
  @MaxLength(64)
  operation!: string;

  @ApiPropertyOptional({ description: 'CPR number of whom the request must name; left out: anyone' })
  @IsOptional()
  @Matches(CPR, { message: 'person must be a CPR number of ten digits' })
  person?: string;

  @ApiProperty({ description: 'Fields of the answer, which replace those that would be given' })
  @IsObject()
  // The members are those of a contract, which checks them.
  @Transform(({ obj }: { obj: Record<string, unknown> }) => obj['fields'])
  fields!: JsonObject;
}

export class LedgerQuery {
  @ApiPropertyOptional({ description: 'One idempotency key' })
  @IsOptional()
  @IsString()
  @MaxLength(128)
  key?: string;

  @ApiPropertyOptional({ description: 'All keys of one journey' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  journey?: string;

  @ApiPropertyOptional({ description: 'Service id, e.g. cpr.registerMove' })
  @IsOptional()
  @IsString()
  @MaxLength(128)
  service?: string;
}

/** Whom the register is to tell of from now on. */
export class SubscriptionDto {
  @ApiProperty({ description: 'CPR numbers' })
  @IsArray()
  @ArrayMaxSize(1_000)
  @Matches(CPR, { each: true, message: 'each of persons must be a CPR number of ten digits' })
  persons!: string[];
}

export class ReleaseDto {
  @ApiPropertyOptional({ description: 'Only the callback for this key' })
  @IsOptional()
  @IsString()
  @MaxLength(128)
  key?: string;
}

export class RoleQuery {
  @ApiPropertyOptional({ description: 'A role, e.g. daycare; left out: all roles' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  role?: string;
}

export class ReporterQuery {
  @ApiPropertyOptional({ description: 'The municipality or region that reports it, e.g. 0265' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  by?: string;
}
