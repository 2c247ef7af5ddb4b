import { dateAt } from '#calendar';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CallerRole } from '#identity';
import { type Client } from '../e2e/api/client.js';
import { SOON_VARIABLES } from '../faults/soon.js';
import { citizens, relatives } from '../faults/storm/people.js';
import { publishUnchecked } from '../faults/storm/publish-unchecked.js';
import { freshRedis, runFolder } from '../support/index.js';
import {
  type DirectParts,
  METRICS_TOKEN,
  type RunningProcess,
  type SystemUnderTest,
  systemUnderTest,
} from '../support/system-under-test.js';
import { type Eavesdropper, startEavesdropper } from './eavesdropper.js';
import { type Sender } from './shot.js';
import { type SignIns, startSignIns } from './sign-ins.js';

export const HOSTILE_JOURNEYS = fileURLToPath(new URL('journeys', import.meta.url));
/** What is held out to whoever gets a name, and over as soon as it is taken. */
const OFFERED = { folder: fileURLToPath(new URL('../e2e/matrix/journeys', import.meta.url)), id: 'arrival' };
const DEFINITIONS = ['bereavement', 'divorce', 'having-a-child', 'moving'];
/** Milliseconds until an authority calls back: long enough for ops to come before it. */
const CALLBACK_AFTER = 5_000;

export interface Citizen extends Sender {
  readonly cpr: string;
}

/** An api and a worker in processes of their own, with authorities that are overheard. */
export interface HostileWorld extends Omit<SystemUnderTest, 'signed'> {
  readonly assembly: DirectParts;
  readonly eavesdropper: Eavesdropper;
  readonly signIns: SignIns;
  /** The issuer's private key (PKCS#8 PEM), for those who sign what it would not. */
  readonly keyFile: string;
  readonly api: RunningProcess;
  readonly worker: RunningProcess;
  /** Starts another api, with other variables; it is ended with the world. */
  another(others: Readonly<Record<string, string | undefined>>): Promise<RunningProcess>;
  readonly definitions: readonly string[];
  readonly citizens: readonly Citizen[];
  /** Those who come into other people's journeys. */
  readonly relatives: readonly Citizen[];
  readonly caseworker: Sender;
  readonly ops: Sender;
  readonly designer: Sender;
  readonly auditor: Sender;
  readonly scraper: Sender;
  readonly nobody: Sender;
  signedIn(who: { readonly cpr?: string }): Promise<Client>;
  /** What an authority signs. */
  signed(authority: string, path: string, body: string, at?: number): Sender;
  /** Today, `YYYY-MM-DD`. */
  today(): string;
}

/** @param over variables of the api and the worker, in place of those of tests, which lift all limits */
export async function startHostileWorld(
  citizenCount: number,
  over: Readonly<Record<string, string | undefined>>,
): Promise<HostileWorld> {
  let address: string | undefined;
  const eavesdropper = await startEavesdropper(() => address);
  const signIns = await startSignIns();
  const keyFile = join(runFolder(), `issuer-${randomUUID()}.pem`);
  const around = {
    journeysDir: HOSTILE_JOURNEYS,
    redis: await freshRedis(),
    authorities: {
      callbackBaseUrl: () => eavesdropper.address,
      knobs: { callbackAfter: CALLBACK_AFTER },
    },
    keyFile,
    variables: { METRICS_TOKEN, ...SOON_VARIABLES, ...signIns.variables, ...over },
  };
  return systemUnderTest(around, async system => {
    system.alsoEnd(() => eavesdropper.close());
    system.alsoEnd(() => signIns.close());
    const { catalogue, issuer, clock } = system;
    const assembly = await system.direct();
    const { persons } = assembly.stores;
    await publishUnchecked(assembly.stores, DEFINITIONS);
    await publishUnchecked(assembly.stores, [OFFERED.id], OFFERED.folder);
    const bearer = async (id: string, role: CallerRole): Promise<Sender> => {
      const token = await issuer.sign({ person: id, roles: [role] });
      return { standing: role, id, headers: { authorization: `Bearer ${token}` } };
    };
    const enrol = (numbers: readonly string[]): Promise<Citizen[]> =>
      Promise.all(
        numbers.map(async cpr => ({ cpr, ...(await bearer(await persons.personOf(cpr), 'citizen')) })),
      );
    const [api, worker] = await Promise.all([
      system.startProcess('apps/api/src/main.js'),
      system.startProcess('apps/worker/src/main.js'),
    ]);
    address = api.address;
    return {
      ...system,
      assembly,
      eavesdropper,
      signIns,
      keyFile,
      api,
      worker,
      another: others => system.startProcess('apps/api/src/main.js', [], others),
      definitions: ['standstill', ...DEFINITIONS],
      citizens: await enrol(citizens(citizenCount)),
      relatives: await enrol(relatives(catalogue)),
      caseworker: await bearer(randomUUID(), 'caseworker'),
      ops: await bearer(randomUUID(), 'ops'),
      designer: await bearer(randomUUID(), 'designer'),
      auditor: await bearer(randomUUID(), 'auditor'),
      scraper: { standing: 'scraper', id: '', headers: { authorization: `Bearer ${METRICS_TOKEN}` } },
      nobody: { standing: 'nobody', id: '', headers: {} },
      signedIn: async ({ cpr = '' }) => system.client(api.address, await persons.personOf(cpr), ['citizen']),
      signed: (authority, path, body, at) => ({
        standing: 'authority',
        id: authority,
        headers: system.signed(authority, path, body, at),
      }),
      today: () => dateAt(clock.now()),
    };
  });
}
