import { Injectable } from '@nestjs/common';
import { type Visit } from '../../http/visit.js';
import { Api } from '../../rest/api.js';
import { isProblem } from '../../rest/api-problem.js';
import { type MandatesDocument } from '../../rest/documents.js';
import { type ActedFor } from '../../session/signed-in.js';
import { asThemselves } from './as-themselves.js';

/** *Revocation* as a face meets it: the choice to act for somebody ends with the last mandate for them. */
@Injectable()
export class LapsedMandate {
  constructor(private readonly api: Api) {}

  /** For whom the visitor acted and may act no more, when that is why something was refused. */
  async behind(error: unknown, visit: Visit): Promise<ActedFor | undefined> {
    const actsFor = visit.visitor?.actsFor;
    if (!actsFor || !isProblem(error, 403) || error.document?.code !== 'no-mandate') return undefined;
    try {
      const { held } = await this.api.read<MandatesDocument>(asThemselves(visit), '/mandates');
      return held.some(({ person, begun }) => begun && person === actsFor.person) ? undefined : actsFor;
    } catch {
      // What was refused is said all the same.
      return undefined;
    }
  }
}
