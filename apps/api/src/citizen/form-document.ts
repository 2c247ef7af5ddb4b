import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { ANY_OBJECT } from '../documentation/schemas.js';

const WORDS = { type: 'object', additionalProperties: { type: 'string' } } as const;

export class FieldTextsDocument {
  @ApiProperty({ example: 'Moving day' }) readonly label!: string;
  @ApiPropertyOptional() readonly hint?: string;
  @ApiPropertyOptional({ ...WORDS, description: 'Words for each value of a closed list' })
  readonly options?: Readonly<Record<string, string>>;
}

@ApiExtraModels(FieldTextsDocument)
export class FormTextsDocument {
  @ApiPropertyOptional() readonly title?: string;
  @ApiPropertyOptional({ type: [String], description: 'Titles of the pages' })
  readonly pages?: readonly string[];
  @ApiProperty({
    description: 'By field',
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(FieldTextsDocument) },
  })
  readonly fields!: Readonly<Record<string, FieldTextsDocument>>;
  @ApiProperty({ ...WORDS, description: 'What is on the button, by event' })
  readonly events!: Readonly<Record<string, string>>;
}

/** A JSON Schema 2020-12 that the data must fit as things stand, as far as every form has it. */
export class FormSchemaDocument {
  @ApiProperty({ enum: ['object'] }) readonly type!: 'object';
  @ApiPropertyOptional({ type: [String], description: 'Fields that must be filled in' })
  readonly required?: readonly string[];
  @ApiPropertyOptional({
    description:
      'JSON Schema by field, in the order to ask; `format: cpr` asks for a CPR number, `formatMinimum` and the like bound days, what is `readOnly` is sent as it is filled in',
    type: 'object',
    additionalProperties: ANY_OBJECT,
  })
  readonly properties?: Readonly<Record<string, unknown>>;
  @ApiPropertyOptional({
    description:
      'Conditions: a field that is asked only when `if` fits the data is `false` under `else`, and may then not be sent',
    type: 'array',
    items: ANY_OBJECT,
  })
  readonly allOf?: readonly unknown[];
  @ApiPropertyOptional({
    description: 'The fields by page',
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
  })
  readonly 'x-pages'?: readonly (readonly string[])[];
}

export class FormDocument {
  @ApiProperty() readonly name!: string;
  @ApiProperty({ type: FormSchemaDocument }) readonly schema!: FormSchemaDocument;
  @ApiProperty({ type: FormTextsDocument }) readonly texts!: FormTextsDocument;
}
