import { randomUUID } from 'node:crypto';
import { type Browser } from 'playwright-core';
import { createLogger } from '#telemetry';
import { POPULATION, SAMPLE_PEOPLE } from '../../apps/standalone/src/sample-people.js';
import { heldSession, STAFF } from '../../apps/web/test/held-session.js';
import { startWeb } from '../../apps/web/src/start-web.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { startSystem, type System, type SystemOptions } from '../e2e/api/system.js';
import { openBrowser } from './browser.js';
import { Visitor, type VisitorOptions } from './visitor.js';

/** Everybody whom the simulated registers know, the dead as well, and staff. */
const PEOPLE = new Map([...POPULATION.people, ...SAMPLE_PEOPLE].map(({ name, cpr }) => [name, cpr]));

/** Everything and a browser. */
export interface FacesUnderTest {
  readonly system: System;
  readonly address: string;
  /** Somebody at a browser of their own; without a name, nobody has signed in. */
  visitor(name?: string, options?: VisitorOptions): Promise<Visitor>;
  close(): Promise<void>;
}

export interface FacesOptions extends Pick<SystemOptions, 'clock' | 'authorities'> {
  /** Stands between the faces and the API. */
  readonly before?: (api: string) => Promise<{ readonly address: string; close(): Promise<unknown> }>;
}

/** Starts the system, the faces before it, and a browser. */
export async function startFaces(
  journeysDir: string,
  { before, ...differently }: FacesOptions = {},
): Promise<FacesUnderTest> {
  const ending: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    const system = await startSystem({ journeysDir, ...differently });
    ending.push(() => system.close());
    const persons = new Map<string, string>();
    for (const [name, cpr] of PEOPLE) {
      persons.set(name, await system.assembly.stores.persons.personOf(cpr));
    }
    const tokenOf = (name: string) =>
      system.issuer.sign({
        person: persons.get(name) ?? randomUUID(),
        roles: [STAFF[name] ?? 'citizen'],
      });
    const logger = createLogger({ process: 'test', level: 'silent' });
    const between = await before?.(system.api);
    if (between) ending.push(() => between.close());
    const apiUrl = between?.address ?? system.api;
    const root = WebModule.forRoot({ apiUrl, session: heldSession(tokenOf), logger });
    const web = await startWeb(root, logger, { host: '127.0.0.1', port: 0 });
    ending.push(() => web.close());
    const browser: Browser = await openBrowser();
    ending.push(() => browser.close());
    return {
      system,
      address: web.address,
      visitor: (name, options) => Visitor.open(browser, web.address, name, options),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
