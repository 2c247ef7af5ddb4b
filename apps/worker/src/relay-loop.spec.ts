import { createLogger } from '#telemetry';
import { RetryableError } from '#runtime';
import { until } from '../../../test/support/until.js';
import { RelayLoop } from './relay-loop.js';

const logger = createLogger({ process: 'test', level: 'silent' });

describe('RelayLoop', () => {
  it('goes on at once while there is more, and after a round that failed', async () => {
    const outcomes = [true, true, new RetryableError('away'), true, false];
    let rounds = 0;
    const relay = {
      round: async () => {
        const outcome = outcomes[rounds] ?? false;
        rounds += 1;
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
    };
    const loop = new RelayLoop(relay, 1, logger);
    await until(() => rounds > outcomes.length, 'the rounds');
    await loop.close();
  });

  it('ends after the round under way, however long it would have waited', async () => {
    let ended = false;
    let release = (): void => undefined;
    const relay = {
      round: () =>
        new Promise<boolean>(resolve => {
          release = () => {
            ended = true;
            resolve(false);
          };
        }),
    };
    const loop = new RelayLoop(relay, 3_600_000, logger);
    const closed = loop.close();
    release();
    await closed;
    expect(ended).toBe(true);
  });
});
