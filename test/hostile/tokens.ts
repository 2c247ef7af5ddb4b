import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type SeededRandom } from '../support/index.js';
import { type Citizen, type HostileWorld } from './hostile-world.js';
import { type Shot } from './shot.js';

type Claims = Readonly<Record<string, unknown>>;

/** A token that must not be believed, made from one that is. */
interface Forgery {
  readonly name: string;
  readonly token: string;
  /** What whoever shows it is answered. */
  readonly must: readonly number[];
}

const NOBODY = [401];
/** Known, and let into nothing. */
const NOTHING = [401, 403];
const YEARS = 100 * 365 * 86_400;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Forges tokens of others: some with no key, some with another, some with the very key of the issuer, which would not sign them. */
export class Forger {
  readonly #issuers: KeyObject;
  readonly #own: KeyObject;
  readonly #world: HostileWorld;

  constructor(world: HostileWorld) {
    this.#world = world;
    this.#issuers = createPrivateKey(readFileSync(world.keyFile));
    this.#own = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  }

  /** Asks for what is a citizen's own, with a token that is not. */
  shot(random: SeededRandom, path: string): Shot {
    const victim = random.pick(this.#world.citizens);
    const { name, token, must } = random.pick(this.#forgeries(victim));
    const scheme = random.happens(0.9) ? 'Bearer' : random.pick(['bearer', 'Bearer ', 'BEARER']);
    const headers = { authorization: `${scheme} ${token}` };
    return {
      intent: 'hostile',
      sender: { ...this.#world.nobody, id: `(${name})` },
      method: 'GET',
      path,
      headers,
      must,
    };
  }

  #forgeries(victim: Citizen): readonly Forgery[] {
    const good = victim.headers['authorization']!.split(' ')[1]!;
    const [head = '', body = '', signature = ''] = good.split('.');
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Claims;
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
    const now = Math.floor(Date.now() / 1_000);
    const jwk = createPublicKey(this.#issuers).export({ format: 'jwk' });
    const pem = createPublicKey(this.#issuers).export({ format: 'pem', type: 'spki' }).toString();
    const ownJwk = createPublicKey(this.#own).export({ format: 'jwk' });
    const bad = (name: string, token: string, must = NOBODY): Forgery => ({ name, token, must });
    const by = (
      key: KeyObject,
      name: string,
      changes: { header?: Claims; claims?: Claims },
      must = NOBODY,
    ): Forgery =>
      bad(name, signToken(key, { ...header, ...changes.header }, { ...claims, ...changes.claims }), must);
    const unsigned = (alg: unknown): string => `${encode({ ...header, alg })}.${body}.`;
    const hmac = (secret: string): string => {
      const signed = `${encode({ ...header, alg: 'HS256' })}.${body}`;
      return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
    };
    const stranger = this.#world.ops.id;
    return [
      ...['none', 'None', 'NONE', '', null].map(alg => bad(`alg ${alg}`, unsigned(alg))),
      ...[JSON.stringify(jwk), pem, String(jwk.x), ''].map(secret =>
        bad('HS256 with the public key', hmac(secret)),
      ),
      bad('no signature', `${head}.${body}.`),
      bad('half a signature', `${head}.${body}.${signature.slice(0, 40)}`),
      bad('a signature of zeros', `${head}.${body}.${Buffer.alloc(64).toString('base64url')}`),
      bad('other claims', `${head}.${encode({ ...claims, sub: stranger })}.${signature}`),
      bad(
        'more roles',
        `${head}.${encode({ ...claims, roles: ['citizen', 'ops', 'designer'] })}.${signature}`,
      ),
      bad('two of them', `${good}.${good}`),
      bad('nothing', ''),
      bad('nonsense', 'a.b.c'),
      bad('a person id', victim.id),
      bad('encrypted', `${encode({ alg: 'dir', enc: 'A256GCM' })}..${body}.${signature}.x`),
      by(this.#own, 'another key', {}),
      by(this.#own, 'a key that comes along', { header: { jwk: ownJwk } }),
      by(this.#own, 'a key elsewhere', { header: { jku: `${this.#world.eavesdropper.address}/keys` } }),
      by(this.#own, 'a certificate elsewhere', {
        header: { x5u: `${this.#world.eavesdropper.address}/keys` },
      }),
      ...['../../dev/null', "' or 1=1 --", '\0', 'x'.repeat(5_000), '__proto__'].map(kid =>
        by(this.#own, 'kid', { header: { kid } }),
      ),
      by(this.#issuers, 'kid of nobody', { header: { kid: '../../dev/null' } }),
      by(this.#issuers, 'crit', { header: { crit: ['exp'], exp: 1 } }),
      by(this.#issuers, 'b64', { header: { crit: ['b64'], b64: false } }),
      by(this.#issuers, 'another issuer', { claims: { iss: 'https://issuer.test.example' } }),
      by(this.#issuers, 'issuers', { claims: { iss: [claims['iss']] } }),
      by(this.#issuers, 'another audience', { claims: { aud: 'elsewhere' } }),
      by(this.#issuers, 'no audience', { claims: { aud: undefined } }),
      by(this.#issuers, 'expired', { claims: { exp: now - 60 } }),
      by(this.#issuers, 'without end', { claims: { exp: undefined } }),
      by(this.#issuers, 'an end in words', { claims: { exp: 'tomorrow' } }),
      by(this.#issuers, 'not yet', { claims: { nbf: now + 600 } }),
      by(this.#issuers, 'nobody', { claims: { sub: undefined } }),
      ...[[victim.id], { id: victim.id }, 1, '', 'anna', `${victim.id}\0`, ` ${victim.id}`, victim.cpr].map(
        sub => by(this.#issuers, `sub ${JSON.stringify(sub)}`, { claims: { sub } }),
      ),
      ...['JWT', 'logout+jwt', 'dpop+jwt', 'secevent+jwt', undefined].map(typ =>
        by(this.#issuers, `typ ${typ}`, { header: { typ } }),
      ),
      by(this.#issuers, 'a century', { claims: { iat: now - YEARS, exp: now + YEARS } }),
      by(this.#issuers, 'issued in a century', { claims: { iat: now + YEARS } }),
      by(this.#issuers, 'a weak sign-in', { claims: { acr: 'https://data.gov.dk/concept/core/nsis/Low' } }),
      by(this.#issuers, 'a sign-in of no strength', { claims: { acr: undefined } }),
      by(this.#issuers, 'two duties', { claims: { roles: ['citizen', 'ops'] } }),
      by(this.#issuers, 'bound to a key', { claims: { cnf: { jkt: 'x' } } }),
      by(this.#issuers, 'for another', { claims: { act: { sub: stranger } } }),
      by(this.#issuers, 'no roles', { claims: { roles: undefined } }, NOTHING),
      by(this.#issuers, 'a role in words', { claims: { roles: 'citizen' } }, NOTHING),
      by(this.#issuers, 'roles by number', { claims: { roles: { 0: 'citizen', length: 1 } } }, NOTHING),
      by(
        this.#issuers,
        'roles of another kind',
        { claims: { roles: ['Citizen', 'admin', ['citizen']] } },
        NOTHING,
      ),
      by(this.#issuers, 'another role', { claims: { roles: ['ops'] } }, NOTHING),
    ];
  }
}

/** A token as the key's owner would sign it, or would not. */
export function signToken(key: KeyObject, header: Claims, claims: Claims): string {
  const signed = `${encode(header)}.${encode(claims)}`;
  const signature = signBytes('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}
