import { type DynamicModule, Module } from '@nestjs/common';
import { DEADLINES, type Deadlines } from '../http/connections/deadlines.js';
import { DOCUMENT_DEADLINE, DocumentsController } from './documents.controller.js';
import { GivenDocumentsController } from './given-documents.controller.js';
import { Uploads } from './uploads.js';

/** Documents of tasks, for those who attach them and for the authorities that they are sent to. */
@Module({ controllers: [DocumentsController, GivenDocumentsController], providers: [Uploads] })
export class DocumentsModule {
  static forRoot(deadlines: Partial<Deadlines> = {}): DynamicModule {
    const useValue = deadlines.document ?? DEADLINES.document;
    return { module: DocumentsModule, providers: [{ provide: DOCUMENT_DEADLINE, useValue }] };
  }
}
