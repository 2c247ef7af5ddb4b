import { Injectable } from '@nestjs/common';
import { dateAt } from '#calendar';
import { type Language } from '#journey';
import { JourneyStudies } from '#publishing';
import {
  CalendarClock,
  Definitions,
  DefinitionStore,
  OpsStore,
  type Publication,
  RequestError,
} from '#runtime';
import { DefinitionScores } from '../citizen/definition-scores.js';
import {
  appraisalDocument,
  type CatalogueJourney,
  type CatalogueVersion,
  type ReadVersionDocument,
} from './catalogue-documents.js';
import { publicationDocument } from './designer-documents.js';

/** *Read model* of all that was ever published: which versions there are, who is under way on them, and how good they are. */
@Injectable()
export class PublishedJourneys {
  constructor(
    private readonly store: DefinitionStore,
    private readonly definitions: Definitions,
    private readonly ops: OpsStore,
    private readonly studies: JourneyStudies,
    private readonly scores: DefinitionScores,
    private readonly calendar: CalendarClock,
  ) {}

  /** By their ids, those after one. */
  async list(language: Language, after = ''): Promise<readonly CatalogueJourney[]> {
    const versions = await this.#versions();
    const ids = [...new Set(versions.map(({ id }) => id))].filter(id => id > after).sort();
    return Promise.all(
      ids.map(async id => {
        const own = versions.filter(version => version.id === id);
        const inForce = this.#inForce(own);
        const shown = inForce ?? own.findLast(({ current }) => current) ?? own.at(-1)!;
        return {
          id,
          title: await this.#titleOf(shown, language),
          ...(inForce && { inForce: inForce.hash }),
          versions: own,
          appraisal: appraisalDocument(this.studies.appraised(shown)),
        };
      }),
    );
  }

  /** @throws RequestError `unknown-version` */
  async one(hash: string, language: Language): Promise<ReadVersionDocument> {
    const versions = await this.#versions();
    const version = versions.find(each => each.hash === hash);
    if (!version) throw new RequestError('unknown-version', `no version has the hash ${hash.slice(0, 64)}`);
    const appraised = this.studies.appraised(version);
    const done = typeof appraised === 'string' ? undefined : appraised;
    const compiled = await this.definitions.byHash(hash).catch(() => undefined);
    const inForce = this.#inForce(versions.filter(({ id }) => id === version.id));
    return {
      ...version,
      ...(inForce && { inForce: inForce.hash }),
      title: await this.#titleOf(version, language),
      appraisal: appraisalDocument(appraised),
      diagnostics: done?.diagnostics ?? [],
      notWalked: [...(done?.states?.missed ?? []), ...(done?.transitions?.missed ?? [])],
      ...(compiled && { score: this.scores.of(compiled.definition, language) }),
    };
  }

  async #versions(): Promise<readonly CatalogueVersion[]> {
    const [publications, listed, underWay] = await Promise.all([
      this.store.publications(),
      this.store.list(),
      this.ops.underWay(),
    ]);
    const current = new Set(listed.map(({ hash }) => hash));
    const counts = new Map(underWay.map(({ hash, count }) => [hash, count]));
    return publications.map((publication: Publication) => ({
      ...publicationDocument(publication, current.has(publication.hash)),
      underWay: counts.get(publication.hash) ?? 0,
    }));
  }

  #inForce(versions: readonly CatalogueVersion[]): CatalogueVersion | undefined {
    const today = dateAt(this.calendar.now());
    return versions.findLast(({ current, effective }) => current && effective <= today);
  }

  /** By its id where it can be compiled no more. */
  async #titleOf({ id, hash }: CatalogueVersion, language: Language): Promise<string> {
    const compiled = await this.definitions.byHash(hash).catch(() => undefined);
    return compiled?.definition.title[language] ?? id;
  }
}
