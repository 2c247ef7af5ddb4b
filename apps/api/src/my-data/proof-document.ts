import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type JsonWebKey } from 'node:crypto';
import { type AccessProof, PROOF_FORMAT, type ProvenEntry } from '#runtime';
import { ANY_OBJECT } from '../documentation/schemas.js';

export class ProofStart {
  @ApiProperty({ description: 'How many entries come before the first here' }) readonly number!: number;
  @ApiProperty({ description: 'Link of the last of those, base64url' }) readonly link!: string;
}

/** The log of who was given or looked at one's data, to be checked without us. */
export class ProofDocument implements Partial<AccessProof> {
  @ApiProperty({ description: 'How to check it, for people' }) readonly howToCheck!: string;
  @ApiPropertyOptional({
    enum: [PROOF_FORMAT],
    description: 'This and what follows are absent as long as nothing has been chained',
  })
  readonly format?: typeof PROOF_FORMAT;
  @ApiPropertyOptional({ format: 'uuid' }) readonly chain?: string;
  @ApiPropertyOptional({ type: ProofStart }) readonly after?: ProofStart;
  @ApiPropertyOptional({
    type: 'array',
    items: ANY_OBJECT,
    description:
      '`number`, and `fields` (each a `value` with the `salt` of its digest, or the `digest` alone) or a `commitment`',
  })
  readonly entries?: readonly ProvenEntry[];
  @ApiPropertyOptional({ description: 'JWS over number and link of the last entry' }) readonly head?: string;
  @ApiPropertyOptional({ type: 'array', items: ANY_OBJECT, description: 'Public keys (RFC 7517)' })
  readonly keys?: readonly JsonWebKey[];
}

export class ProofKeysDocument {
  @ApiProperty({ type: 'array', items: ANY_OBJECT, description: 'Public keys (RFC 7517), newest first' })
  readonly keys!: readonly JsonWebKey[];
}
