import { Injectable } from '@nestjs/common';
import { type Visit } from '../http/visit.js';
import { Api } from './api.js';
import { type ListQuery, part, queryOf } from './citizen-api.js';
import { type CatalogueJourneyPage, type PictureDocument, type ReadVersionDocument } from './documents.js';

/** What the REST API has for designers. Every method throws ApiProblem. */
@Injectable()
export class DesignerApi {
  constructor(private readonly api: Api) {}

  journeys = (visit: Visit, list: ListQuery): Promise<CatalogueJourneyPage> =>
    this.api.read(visit, `/designer/journeys${queryOf(list)}`);

  version = (visit: Visit, hash: string): Promise<ReadVersionDocument> =>
    this.api.read(visit, `/designer/versions/${part(hash)}`);

  picture = (visit: Visit, hash: string, branch: string | undefined): Promise<PictureDocument> =>
    this.api.read(visit, `/designer/versions/${part(hash)}/picture${queryOf({ branch })}`);

  /** SVG. */
  image = async (visit: Visit, hash: string, branch: string | undefined): Promise<string> => {
    const path = `/designer/versions/${part(hash)}/picture.svg${queryOf({ branch })}`;
    return (await this.api.send(visit, path, {})).text();
  };
}
