import { createLogger } from '#telemetry';
import { RetryableError } from '#runtime';
import { until } from '../../../test/support/until.js';
import { RoundLoop } from './round-loop.js';

const logger = createLogger({ process: 'test', level: 'silent' });

describe('RoundLoop', () => {
  it('goes on at once while there is more, and after a round that failed', async () => {
    const outcomes = [true, true, new RetryableError('away'), true, false];
    let made = 0;
    const rounds = {
      name: 'the test',
      round: async () => {
        const outcome = outcomes[made] ?? false;
        made += 1;
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
    };
    const loop = new RoundLoop(rounds, 1, logger);
    await until(() => made > outcomes.length, 'the rounds');
    await loop.close();
  });

  it('ends after the round under way, however long it would have waited', async () => {
    let ended = false;
    let release = (): void => undefined;
    const rounds = {
      name: 'the test',
      round: () =>
        new Promise<boolean>(resolve => {
          release = () => {
            ended = true;
            resolve(false);
          };
        }),
    };
    const loop = new RoundLoop(rounds, 3_600_000, logger);
    const closed = loop.close();
    release();
    await closed;
    expect(ended).toBe(true);
  });
});
