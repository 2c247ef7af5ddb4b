import { type Request } from 'express';
import pino from 'pino';
import { FaceSecrets } from './face-secrets.js';

describe('FaceSecrets', () => {
  const lines: string[] = [];
  const logger = pino({}, { write: line => void lines.push(line) });
  const trusted = ['10.0.0.7'];
  const from = (address: string, secret = 'right'): Request =>
    ({
      app: { get: () => (one: string) => trusted.includes(one) },
      socket: { remoteAddress: address },
      headers: { authorization: `Basic ${btoa(`web:${secret}`)}` },
    }) as unknown as Request;

  it('tell the log of a face whose address is not trusted, once, and of nobody who is no face', () => {
    const faces = new FaceSecrets({ web: 'right' }, logger);
    expect(() => faces.faceOf(from('10.0.0.8', 'wrong'))).toThrow('registered face');
    expect(faces.faceOf(from('10.0.0.7'))).toBe('web');
    expect(lines).toEqual([]);
    expect(faces.faceOf(from('10.0.0.8'))).toBe('web');
    expect(faces.faceOf(from('10.0.0.8'))).toBe('web');
    expect(lines.map(line => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        level: 40,
        face: 'web',
        address: '10.0.0.8',
        msg: expect.stringContaining('TRUSTED_PROXIES') as string,
      }),
    ]);
  });
});
