import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';

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

/** A JSON Schema 2020-12 of an object, as far as every form has it; a form with conditions has `allOf` besides. */
export class FormSchemaDocument {
  @ApiProperty({ enum: ['object'] }) readonly type!: 'object';
  @ApiPropertyOptional({ type: [String], description: 'Fields that must be filled in' })
  readonly required?: readonly string[];
  @ApiPropertyOptional({
    description:
      'JSON Schema by field, in the order to ask. `readOnly` fields are sent as they are filled in; `formatMinimum` and its like bound days; `format: cpr` asks for a CPR number',
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: true },
  })
  readonly properties?: Readonly<Record<string, unknown>>;
  @ApiPropertyOptional({
    description: 'A field that is asked only under a condition has it as `if`, and may not be sent `else`',
    type: 'array',
    items: { type: 'object', additionalProperties: true },
  })
  readonly allOf?: readonly unknown[];
  @ApiPropertyOptional({
    name: 'x-pages',
    description: 'The fields, page by page',
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
