import { type GivenRecord, type LookedRecord } from '../ports.js';
import { accessFields } from './access-fields.js';

const GIVEN: GivenRecord = {
  kind: 'given',
  id: 'j-3',
  at: Date.parse('2026-03-03T08:00:00Z'),
  journey: 'j',
  hash: 'h',
  service: 'cpr.registerMove',
  authority: 'cpr',
  state: 'registering',
  status: 'answered',
  persons: ['anna'],
  categories: ['address'],
  ground: 'CPR-loven § 12',
};
const LOOKED: LookedRecord = {
  kind: 'looked',
  id: 'look-7',
  at: GIVEN.at,
  journey: 'j',
  hash: 'h',
  by: 'ops',
};

describe('what an entry of a chain commits to', () => {
  it('is what never changes of a request: not how far it has come, nor which version its journey follows', () => {
    const fields = accessFields(GIVEN);
    expect(fields).toEqual({
      kind: 'given',
      id: 'j-3',
      at: '2026-03-03T08:00:00.000Z',
      journey: 'j',
      service: 'cpr.registerMove',
      authority: 'cpr',
      state: 'registering',
      persons: ['anna'],
      categories: ['address'],
      ground: 'CPR-loven § 12',
    });
    expect(accessFields({ ...GIVEN, status: 'refused', hash: 'other' })).toEqual(fields);
  });

  it('names who acted for whom, and the authority of a caseworker', () => {
    const acting = { holder: 'karen', person: 'anna' };
    const byHolder = accessFields({ ...GIVEN, acting });
    expect(byHolder).toMatchObject({ holder: 'karen', actedFor: 'anna' });
    expect(byHolder).not.toHaveProperty('holderAuthority');
    expect(accessFields({ ...GIVEN, acting: { ...acting, authority: '0630' } })).toEqual({
      ...byHolder,
      holderAuthority: '0630',
    });
  });

  it('names the one who has looked as the audit trail does, or else their role', () => {
    expect(accessFields(LOOKED, 'ops:7')).toMatchObject({ by: 'ops', actor: 'ops:7' });
    expect(accessFields(LOOKED)).toMatchObject({ by: 'ops', actor: 'ops' });
  });
});
