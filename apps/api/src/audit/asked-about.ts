import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OpsStore, parseDispatchId } from '#runtime';
import { type KnownRequest } from '../access/calling.js';
import { ID, NOBODYS } from './subjects.js';

/** Places in which a request names what is nobody's; what it names elsewhere is known by an id. */
const OF_NAMES: ReadonlySet<string> = new Set([
  'authority',
  'cause',
  'definition',
  'field',
  'hash',
  'service',
  'task',
]);

type Place = readonly [name: string, value: unknown];

/**
 * What a request asks about, as its entry in the audit log has it before anything is done: by name, by the id of a case that there is, and
 * by a *commitment* (SHA-256) to any other id. That may be a person's, put where a case belongs: whoever knows it can show that
 * it was asked for, and whoever reads the log learns nothing.
 */
@Injectable()
export class AskedAbout {
  constructor(private readonly ops: OpsStore) {}

  /** @throws RetryableError */
  async subjectsOf(request: KnownRequest): Promise<readonly string[]> {
    const help = request.caller?.assistance;
    const named = await Promise.all(placesOf(request).map(place => this.#subjects(place)));
    return [...(help ? [help.id] : []), ...named.flat()];
  }

  /** With a dispatch stands its case, so that it is found by whoever asks what was done with that. */
  async #subjects([place, value]: Place): Promise<readonly string[]> {
    if (typeof value !== 'string') return [];
    if (!ID.test(value)) return OF_NAMES.has(place) && NOBODYS.test(value) ? [value] : [];
    const id = place === 'dispatch' ? parseDispatchId(value)?.journey : value;
    const isOfCase = place === 'dispatch' || place === 'journey';
    if (!isOfCase || id === undefined || !(await this.#isCase(id))) return [commitmentTo(value)];
    return id === value ? [id] : [value, id];
  }

  /** A journey; or else a correction or a mandate, of which there are dispatches. */
  async #isCase(journey: string): Promise<boolean> {
    const asked = { journey, limit: 1 };
    return (await this.ops.journeys(asked)).length > 0 || (await this.ops.dispatches(asked)).length > 0;
  }
}

/** The `journey` of a query is a case; that of a designer's body is a definition. */
function placesOf({ params, query, body, caller }: KnownRequest): readonly Place[] {
  const { journey: definition } = (body ?? {}) as { readonly journey?: unknown };
  const published: readonly Place[] = caller?.role === 'designer' ? [['definition', definition]] : [];
  return [...Object.entries(params), ['journey', query['journey']], ...published];
}

function commitmentTo(id: string): string {
  return `sha256:${createHash('sha256').update(id).digest('hex')}`;
}
