import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Cursor, type Position, readSource, type ServiceCatalogue } from '#journey';

/** Where designers edit contracts; what is read at run time is a copy. */
const CONTRACTS = resolve('libs/authorities/contracts');

/**
 * Where a service or a register event stands in the contract of its authority; undefined when that is not there.
 *
 * @param id `<authority>.<operation>` or `<authority>.<event>`
 */
export async function contractPlace(
  catalogue: ServiceCatalogue,
  id: string,
): Promise<({ uri: string } & Position) | undefined> {
  const { authority, tier } = catalogue.service(id) ?? catalogue.registerEvent(id) ?? {};
  if (authority === undefined || tier === undefined) return undefined;
  const path = join(CONTRACTS, tier, `${authority}.yaml`);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const source = readSource(path, text);
  const name = id.slice(authority.length + 1);
  const document = new Cursor(source.value);
  const operation = document
    .get('paths')
    ?.entries()
    .find(([, at]) => at.get('post')?.textAt('operationId') === name);
  const at = operation ? ['paths', operation[0]] : ['webhooks', name];
  return { uri: pathToFileURL(path).href, ...source.positionOf(at, { key: true }) };
}
