import { compensationOf, runStateOf } from './stored-state.js';

const chart = { value: 'moved', context: {}, status: 'active', dispatches: {}, timers: {}, seq: 4 };
const journey = '0197f3a2-7c11-7d2e-8f43-3a7c1e9f4b60';
const service = 'cpr.withdrawMove';

describe('a stored state', () => {
  it('of a cancellation that was begun when ids were stored is read with numbers', () => {
    const first = { undoes: `${journey}-3`, service, step: 'underWay.registering' };
    const second = { undoes: `${journey}-12`, service };
    const stored = { chart, undoing: { queue: [second], current: { ...first, seq: 5 }, seq: 5 }, seen: {} };
    expect(runStateOf(stored)).toEqual({
      chart,
      compensating: {
        queue: [{ undoes: 12, service }],
        current: { undoes: 3, service, state: 'underWay.registering', seq: 5 },
        seq: 5,
      },
      seen: {},
    });
  });

  it('is otherwise what it was', () => {
    const compensating = { queue: [{ undoes: 3, service, state: 'moved' }], seq: 4 };
    expect(runStateOf({ chart, compensating })).toEqual({ chart, compensating });
    expect(compensationOf(compensating.queue[0]!)).toEqual(compensating.queue[0]);
  });
});
