import { ApiProperty } from '@nestjs/swagger';
import { IsObject, IsString, Matches, MaxLength } from 'class-validator';
import { type FieldError } from '#runtime';
import { pointerTo } from '#schema';
import { EdgeError } from '../problem/edge-error.js';
import { Verbatim } from '../http/body-validation.js';

/** A journey's folder, sent as text. */
export class JourneyFilesBody {
  @ApiProperty({ example: 'moving', description: 'Id of the journey; the name of its folder' })
  @IsString()
  @MaxLength(64)
  @Matches(/^[a-z][a-zA-Z0-9-]*$/, { message: 'must be a name in letters, digits and hyphens' })
  readonly journey!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Text of each file by its path within the folder',
    example: { '2025-01-01.yaml': 'id: moving\n…', 'texts/da.yaml': 'title: Flytning\n…' },
  })
  @IsObject()
  @Verbatim()
  readonly files!: Readonly<Record<string, string>>;
}

const PATH = /^((\.\.\/)?parts\/|(\d{4}-\d\d-\d\d\/)?[a-z]+\/)?[\w.-]+\.yaml$/;

/** @throws EdgeError `invalid` for a member that is no text or no path of a journey's file */
export function requireFiles(files: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const faults = Object.entries(files).flatMap(([path, text]): FieldError[] => {
    const pointer = pointerTo(['files', path]);
    if (!PATH.test(path))
      return [{ path: pointer, code: 'pattern', message: 'must be the path of a YAML file of a journey' }];
    return typeof text === 'string'
      ? []
      : [{ path: pointer, code: 'type', message: 'must be the text of the file' }];
  });
  if (faults.length > 0)
    throw new EdgeError('invalid', 'The files are not those of a journey.', { fields: faults });
  return files as Readonly<Record<string, string>>;
}
