import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuthorityRights } from '#authorities';
import { Documents } from '#runtime';
import { SignedByAuthority } from '../access/access.js';
import { Signer } from '../access/calling.js';
import { DOCUMENT_CONTENT } from '../documentation/schemas.js';
import { Problems } from '../problem/problems.decorator.js';
import { documentFile } from './document-file.js';

/**
 * Claim check: a request to an authority names a document by its id, and the authority fetches the content with the signature of
 * its callbacks. So no address has a secret in it, and what the authority may read ends with its answer.
 */
@SignedByAuthority()
@ApiTags('authority')
@Controller('callbacks/:dispatch/documents')
export class GivenDocumentsController {
  constructor(
    private readonly documents: Documents,
    private readonly rights: AuthorityRights,
  ) {}

  @Get(':document')
  @ApiOperation({ summary: 'An authority fetches a document that it was sent, while its answer is awaited' })
  @ApiOkResponse({
    description: 'The file',
    content: DOCUMENT_CONTENT,
  })
  @Problems('unknown-document', 'unknown-signer', 'bad-signature', 'old-signature')
  async read(
    @Param('dispatch') dispatch: string,
    @Param('document') document: string,
    @Signer() authority: string,
  ): Promise<unknown> {
    return documentFile(
      await this.documents.given(dispatch, document, asked => this.rights.mayAnswer(asked, authority)),
    );
  }
}
