import { plaintextFaults } from './transport.js';

describe('the way to what a process talks to', () => {
  it.each([
    { DATABASE_URL: 'postgres://u:p@db.example/x?sslmode=verify-full' },
    { REDIS_URL: 'rediss://one:6379,rediss://two:6379' },
    { REDIS_URL: undefined },
    { JWKS_URL: 'https://issuer.example/jwks' },
    { JWKS_URL: 'http://127.0.0.1:3002/jwks', DATABASE_URL: 'postgres://u@localhost/x' },
    { JWKS_URL: 'http://[::1]:3002/jwks' },
    { DATABASE_URL: 'postgres://u@postgres/x', REDIS_URL: 'redis://redis:6379' },
  ])('may be %j', addresses => {
    expect(plaintextFaults(addresses, ['postgres', 'redis'])).toEqual([]);
  });

  it('is named where it is in plain text, each by its variable and host, and never with a password', () => {
    const addresses = {
      DATABASE_URL: 'postgres://u:s3cret@db.example/x?sslmode=prefer',
      REDIS_URL: 'rediss://one:6379,redis://two:6379',
      JWKS_URL: 'http://127.0.0.1.example/jwks',
    };
    const faults = plaintextFaults(addresses, ['elsewhere']);
    expect(faults.map(fault => fault.split('.')[0])).toEqual([
      'DATABASE_URL sends in plain text to db',
      'REDIS_URL sends in plain text to two',
      'JWKS_URL sends in plain text to 127',
    ]);
    expect(faults.join()).not.toContain('s3cret');
  });
});
