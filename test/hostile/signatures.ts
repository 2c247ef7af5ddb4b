import { AUTHORITY_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '#authorities';
import { type JsonObject } from '#statechart';
import { type SeededRandom } from '../support/index.js';
import { type Overheard } from './eavesdropper.js';
import { type HostileWorld } from './hostile-world.js';
import { jsonOf, type Sender, type Shot } from './shot.js';

const FORGED = [401];
const TOO_OLD = 5 * 60_000 + 2_000;
/** Refusals that no contract has: names that every object of JavaScript knows. */
const UNHEARD_OF = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'nonsense',
  7,
  null,
  ['tooEarly'],
];

/** Messages of authorities that somebody has overheard and sends again, as they were or a little different. */
export function overheardShot(world: HostileWorld, random: SeededRandom): Shot | undefined {
  const { heard } = world.eavesdropper;
  if (heard.length === 0) return undefined;
  const message = random.pick(heard);
  return random.pick([
    replayed,
    tampered,
    elsewhere,
    inOthersName,
    unsigned,
    outOfTime,
    ofAnotherAuthority,
    unheardOf,
  ])(message, world, random);
}

type Trick = (message: Overheard, world: HostileWorld, random: SeededRandom) => Shot;

const send = (
  { path, body, authority, headers }: Overheard,
  changes: Partial<Pick<Shot, 'path' | 'body' | 'headers' | 'must'>>,
): Shot => {
  const sender: Sender = { standing: 'authority', id: authority, headers };
  return { intent: 'hostile', sender, method: 'POST', path, headers, body, ...changes };
};

/** To the byte: it is taken, and changes nothing. */
const replayed: Trick = message => send(message, { must: [message.status] });

const tampered: Trick = (message, _, random) => {
  const at = random.whole(0, message.body.length - 1);
  const body = `${message.body.slice(0, at)} ${message.body.slice(at)}`;
  // Where it was put it may also keep it from being JSON.
  return send(message, { body, must: [400, ...FORGED] });
};

const elsewhere: Trick = (message, world, random) => {
  const other = random.pick(world.eavesdropper.heard).path;
  const path = other === message.path ? `${message.path}?x=1` : other;
  return send(message, { path, must: FORGED });
};

const inOthersName: Trick = (message, world, random) => {
  const others = world.catalogue.authorities().map(({ id }) => id);
  const name = random.pick([
    ...others.filter(id => id !== message.authority),
    '__proto__',
    'constructor',
    '',
    'CPR',
  ]);
  return send(message, { headers: { ...message.headers, [AUTHORITY_HEADER]: name }, must: FORGED });
};

const unsigned: Trick = (message, _, random) => {
  const signature = random.pick([
    '',
    'v1=',
    'v0=0',
    `v1=${'0'.repeat(64)}`,
    `v1=${'0'.repeat(63)}`,
    'v1=__proto__',
    'x'.repeat(4_000),
  ]);
  return send(message, { headers: { ...message.headers, [SIGNATURE_HEADER]: signature }, must: FORGED });
};

const outOfTime: Trick = (message, world, random) => {
  const { path, body, authority } = message;
  const at = Date.now() + random.pick([-TOO_OLD, TOO_OLD]);
  const headers = { ...message.headers, ...world.signed(authority, path, body, at).headers };
  const odd = random.pick(['0', '-1', '1e9', 'NaN', '99999999999999999999', '']);
  const changed = random.happens(0.3) ? { ...headers, [TIMESTAMP_HEADER]: odd } : headers;
  return send(message, { headers: changed, must: FORGED });
};

/** Soundly signed, by an authority that was never asked. */
const ofAnotherAuthority: Trick = (message, world, random) => {
  const others = world.catalogue.authorities().filter(({ id }) => id !== message.authority);
  const { headers } = world.signed(random.pick(others).id, message.path, message.body);
  return send(message, { headers: { ...message.headers, ...headers }, must: [404, 422] });
};

/** Soundly signed, by the right authority, and not as its contract has it. */
const unheardOf: Trick = (message, world, random) => {
  const told = jsonOf(message.body) as JsonObject;
  const callback = message.path.startsWith('/v1/callbacks/');
  const code = random.pick(UNHEARD_OF);
  // A name that reaches into objects may already be refused as JSON.
  const body = JSON.stringify(
    callback
      ? { outcome: 'refused', refusal: { code } }
      : { ...told, id: `${String(told['id'])}x`, type: String(code) },
  );
  const { headers } = world.signed(message.authority, message.path, body);
  return send(message, { body, headers: { ...message.headers, ...headers }, must: [400, 422] });
};
