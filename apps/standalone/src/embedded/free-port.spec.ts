import { freePort } from './free-port.js';

describe('a free port', () => {
  it('is none that an outgoing connection is given', async () => {
    for (let count = 0; count < 20; count += 1) {
      const port = await freePort();
      expect(port).toBeGreaterThanOrEqual(10_000);
      expect(port).toBeLessThan(32_000);
    }
  });
});
