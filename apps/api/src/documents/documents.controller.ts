import { Controller, Delete, Get, Headers, HttpCode, Inject, Param, Put, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type Request } from 'express';
import { bearerOf, type Caller } from '#identity';
import { DOCUMENT_KINDS, type DocumentKind } from '#journey';
import { type DocumentPlace, Documents, MOST_DOCUMENT_BYTES } from '#runtime';
import { Citizen } from '../access/access.js';
import { Calling } from '../access/calling.js';
import { Helps } from '../audit/helping-act.js';
import { BINARY, DOCUMENT_CONTENT } from '../documentation/schemas.js';
import { AlwaysAdmitted } from '../http/admission/always-admitted.js';
import { StreamedBody } from '../http/body/streamed-body.js';
import { Limited } from '../limits/limited.js';
import { EdgeError } from '../problem/edge-error.js';
import { Problems } from '../problem/problems.decorator.js';
import { AttachedDocument } from './document-documents.js';
import { documentFile } from './document-file.js';
import { fileName } from './file-name.js';
import { kindOfContent } from './kind-of-content.js';
import { streamBody } from './stream-body.js';
import { Uploads } from './uploads.js';

/** Milliseconds that the content of a document may take. */
export const DOCUMENT_DEADLINE = Symbol('document deadline');

const TYPES = Object.values(DOCUMENT_KINDS);

@Citizen()
@ApiTags('citizen')
@Controller('journeys/:journey/tasks/:task/documents/:field')
export class DocumentsController {
  constructor(
    private readonly documents: Documents,
    private readonly uploads: Uploads,
    @Inject(DOCUMENT_DEADLINE) private readonly within: number,
  ) {}

  @Put()
  @Helps('assisted-fill')
  @StreamedBody()
  @AlwaysAdmitted()
  @Limited('documents')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Attach a document to a task that is open to you, in the place of the one before',
    description: `The bytes of the file, at most ${MOST_DOCUMENT_BYTES} of them; its name in Content-Disposition. Send the id that you get as the value of the field. An item of a list is written papers.0. For citizens, with their token.`,
  })
  @ApiConsumes(...TYPES)
  @ApiBody({ schema: BINARY })
  @ApiOkResponse({ type: AttachedDocument, description: 'Attached until the task is closed' })
  @Problems('invalid', 'malformed-request', 'unknown-document', 'too-large', 'too-slow')
  async attach(
    @Param('journey') journey: string,
    @Param('task') task: string,
    @Param('field') field: string,
    @Headers('content-disposition') disposition: string | undefined,
    @Calling() caller: Caller,
    @Req() request: Request,
  ): Promise<AttachedDocument> {
    const place: DocumentPlace = { journey, task, person: caller.person, field };
    const kinds = await this.documents.accepted(place);
    return this.uploads.run(bearerOf(caller), async () => {
      const body = streamBody(request, { most: MOST_DOCUMENT_BYTES, within: this.within });
      const { kind, content } = await kindOfContent(body);
      if (kind === undefined || !kinds.includes(kind)) {
        await body.return(undefined);
        throw wrongKind(field, kinds);
      }
      const document = { name: fileName(disposition), type: DOCUMENT_KINDS[kind] };
      return this.documents.attach(place, document, content);
    });
  }

  @Get()
  @ApiOperation({ summary: 'The document that you have attached' })
  @ApiOkResponse({
    description: 'The file, to be kept and not shown within a page',
    content: DOCUMENT_CONTENT,
  })
  @Problems('unknown-document')
  async read(
    @Param('journey') journey: string,
    @Param('task') task: string,
    @Param('field') field: string,
    @Calling() { person }: Caller,
  ): Promise<unknown> {
    return documentFile(await this.documents.open({ journey, task, person, field }));
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the document that you have attached away' })
  @ApiNoContentResponse({ description: 'It is gone' })
  @Problems('unknown-document')
  detach(
    @Param('journey') journey: string,
    @Param('task') task: string,
    @Param('field') field: string,
    @Calling() { person }: Caller,
  ): Promise<void> {
    return this.documents.detach({ journey, task, person, field });
  }
}

function wrongKind(field: string, kinds: readonly DocumentKind[]): EdgeError {
  const message = `must be ${kinds.join(' or ')}, which its content is not`;
  const fields = [{ path: `/${field}`, code: 'kind', message }];
  return new EdgeError('invalid', 'The document is of a kind that is not taken here.', { fields });
}
