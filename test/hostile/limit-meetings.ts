import { type RateName } from '../../apps/api/src/limits/limit-settings.js';
import { type Citizen, type HostileWorld } from './hostile-world.js';
import { type Sender, type Shot } from './shot.js';

/** Who asks too much, and from where. */
export interface Asker {
  readonly citizen: Citizen;
  /** As a proxy of ours tells it. */
  readonly address: string;
  /** A journey of theirs. */
  readonly journey: string;
}

type Asking = (asker: Asker, world: HostileWorld) => Shot;

const JSON_TYPE = { 'content-type': 'application/json' } as const;

const shot = (sender: Sender, address: string, method: string, path: string, body?: object): Shot => ({
  intent: 'valid',
  sender,
  method,
  path,
  headers: { ...sender.headers, 'x-forwarded-for': address, ...(body && JSON_TYPE) },
  ...(body && { body: JSON.stringify(body) }),
});

/** A request that each limit counts. What is asked may be refused: trying counts. */
export const ASKING: Readonly<Record<RateName, Asking>> = {
  requests: ({ citizen, address }) => shot(citizen, address, 'GET', '/v1/journeys'),
  anonymous: ({ address }, { nobody }) => shot(nobody, address, 'GET', '/v1/definitions'),
  starts: ({ citizen, address }) =>
    shot(citizen, address, 'POST', '/v1/journeys', { definition: 'standstill' }),
  submissions: ({ citizen, address, journey }) =>
    shot(citizen, address, 'POST', `/v1/journeys/${journey}/tasks/dividing`, { event: 'nothing' }),
  drafts: ({ citizen, address, journey }) =>
    shot(citizen, address, 'PUT', `/v1/journeys/${journey}/tasks/dividing/draft`, { data: { wholes: 1 } }),
  codes: ({ citizen, address }) =>
    shot(citizen, address, 'PUT', '/v1/second-channel', { way: 'sms', address: '12345678' }),
  documents: ({ citizen, address, journey }) => {
    const path = `/v1/journeys/${journey}/tasks/dividing/documents/nothing`;
    const { headers, ...asked } = shot(citizen, address, 'PUT', path);
    return { ...asked, headers: { ...headers, 'content-type': 'application/pdf' }, body: '%PDF-1.7' };
  },
  exports: ({ citizen, address }) => shot(citizen, address, 'GET', '/v1/export'),
  mandates: ({ citizen, address }) =>
    shot(citizen, address, 'POST', '/v1/mandates', {
      cpr: '6110851234',
      name: 'A',
      yourName: 'B',
      until: 'never',
    }),
  corrections: ({ citizen, address }) =>
    shot(citizen, address, 'POST', '/v1/corrections', { disclosure: 'none', wrong: 'A', right: 'B' }),
  streams: ({ citizen, address, journey }) => shot(citizen, address, 'GET', `/v1/journeys/${journey}/stream`),
  signIns: ({ citizen, address }) => {
    const headers = { authorization: `${citizen.headers['authorization']}x` };
    return shot({ ...citizen, headers }, address, 'GET', '/v1/journeys');
  },
  signatures: ({ address, journey }, world) => {
    const path = `/v1/callbacks/${journey}-1`;
    const { headers, ...sender } = world.signed('cpr', path, 'something else');
    return shot({ ...sender, headers }, address, 'POST', path, { outcome: 'answered', answer: {} });
  },
};
