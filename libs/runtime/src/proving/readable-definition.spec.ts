import { InvariantError, RetryableError } from '../errors.js';
import { readableDefinition } from './readable-definition.js';

const failing = (fault: Error) => ({
  async byHash(): Promise<never> {
    await Promise.resolve();
    throw fault;
  },
});

describe('a definition that is asked for to say who may know', () => {
  it('is none when it compiles no more', async () => {
    const broken = failing(new InvariantError('unsound-definition', 'it compiles no more'));
    await expect(readableDefinition(broken, 'h')).resolves.toBeUndefined();
  });

  it('is asked for again when the store is away: what is withheld once stays so', async () => {
    const away = failing(new RetryableError('the store is away'));
    await expect(readableDefinition(away, 'h')).rejects.toThrow('the store is away');
  });
});
