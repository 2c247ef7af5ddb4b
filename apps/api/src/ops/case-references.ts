import { Injectable } from '@nestjs/common';
import { caseReference, Definitions } from '#runtime';

/** The case numbers by which people speak of their journeys. */
@Injectable()
export class CaseReferences {
  constructor(private readonly definitions: Definitions) {}

  /** Without the letters of its kind where the definition can be compiled no more. */
  async of({ journey, hash }: { readonly journey: string; readonly hash: string }): Promise<string> {
    const compiled = await this.definitions.byHash(hash).catch(() => undefined);
    return caseReference(journey, compiled?.definition.title.da ?? '');
  }
}
