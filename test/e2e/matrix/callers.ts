import { randomUUID } from 'node:crypto';
import { CALLER_ROLES } from '../../../libs/identity/src/caller.js';
import { type CallerRole } from '#identity';
import { METRICS_TOKEN } from '../../support/system-under-test.js';
import { FACE } from '../../support/token-issuer.js';
import { type System } from '../api/system.js';
import { type People } from './scene.js';

/** Where a citizen stands to the journey in question. The subject is only spoken of in it. */
export const POSITIONS = ['applicant', 'partner', 'subject', 'stranger'] as const;
type Position = (typeof POSITIONS)[number];

/** Who acts for the applicant: under a mandate, under one that has ended, and under one for another kind of journey. */
export const HOLDERS = ['holder', 'formerHolder', 'holderElsewhere'] as const;

/** A caseworker who helps the applicant, and one whose help has ended; `caseworker` helps nobody. */
export const HELPERS = ['helper', 'formerHelper'] as const;

/** What a caller sends along with a request, to show who it is. */
type Credentials = (path: string, body: string) => Readonly<Record<string, string>>;

export interface Caller {
  readonly name: string;
  /** Whether it shows a token that is sound. */
  readonly signedIn: boolean;
  readonly credentials: Credentials;
}

/** Everybody who might call: citizens by their position, every other role that there is, and those who show something else or nothing. */
export async function everyCaller(system: System, people: People): Promise<readonly Caller[]> {
  const bearer = (token: string): Credentials => {
    const headers = { authorization: `Bearer ${token}` };
    return () => headers;
  };
  const signedIn = async (name: string, person: string, roles: readonly CallerRole[]): Promise<Caller> => ({
    name,
    signedIn: true,
    credentials: bearer(await system.issuer.sign({ person, roles })),
  });
  const acting = async (name: (typeof HOLDERS)[number]): Promise<Caller> => {
    const holder = randomUUID();
    const mandate = { holder, person: people.applicant.id, basis: 'guardian', from: 0 } as const;
    await system.assembly.stores.mandates.add([
      {
        ...mandate,
        journeys: name === 'holderElsewhere' ? ['another-kind'] : 'all',
        ...(name === 'formerHolder' && { ended: Date.now() - 1 }),
      },
    ]);
    const { credentials } = await signedIn(name, holder, ['citizen']);
    const headers = { 'on-behalf-of': people.applicant.id };
    return {
      name,
      signedIn: true,
      credentials: (path, body) => ({ ...credentials(path, body), ...headers }),
    };
  };
  const helping = async (name: (typeof HELPERS)[number]): Promise<Caller> => {
    const caseworker = randomUUID();
    const from = Date.now() - 1_000;
    await system.assembly.stores.assistances.add({
      id: randomUUID(),
      caseworker,
      authority: '0630',
      person: people.applicant.id,
      identified: 'counter',
      reason: 'wishesHelp',
      from,
      until: from + 3_600_000,
      ...(name === 'formerHelper' && { ended: Date.now() - 1 }),
    });
    const { credentials } = await signedIn(name, caseworker, ['caseworker']);
    return {
      name,
      signedIn: true,
      credentials: (path, body) => ({ ...credentials(path, body), 'on-behalf-of': people.applicant.id }),
    };
  };
  const officials = CALLER_ROLES.filter(role => role !== 'citizen');
  const other = (name: string, credentials: Credentials): Caller => ({ name, signedIn: false, credentials });
  return [
    ...(await Promise.all(
      POSITIONS.map((position: Position) => signedIn(position, people[position].id, ['citizen'])),
    )),
    ...(await Promise.all(HOLDERS.map(acting))),
    ...(await Promise.all(HELPERS.map(helping))),
    ...(await Promise.all(officials.map(role => signedIn(role, people.official, [role])))),
    await signedIn('roleless', people.official, []),
    other('nobody', () => ({})),
    other('scraper', bearer(METRICS_TOKEN)),
    other('authority', (path, body) => system.signed('cpr', path, body)),
    other('otherAuthority', (path, body) => system.signed('skat', path, body)),
    other('face', () => ({ authorization: `Basic ${btoa(`${FACE.id}:${FACE.secret}`)}` })),
    other('boardCookie', await boardCookie(system)),
  ];
}

/** The cookie that opens the board of queues to a browser, of somebody who does not close it again. */
async function boardCookie(system: System): Promise<Credentials> {
  const token = await system.issuer.sign({ person: randomUUID(), roles: ['ops'] });
  const response = await fetch(`${system.api}/v1/ops/session`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  const cookie = String(response.headers.get('set-cookie')).split(';')[0]!;
  return () => ({ cookie });
}
