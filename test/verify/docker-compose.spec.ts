import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { apiEnvironment } from '../../apps/api/src/environment.js';
import { webEnvironment } from '../../apps/web/src/environment.js';
import { workerEnvironment } from '../../apps/worker/src/environment.js';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck: { readonly test: readonly string[] };
  readonly mem_limit: string;
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
}

const text = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8');
const { services } = parse(text, { merge: true }) as { services: Readonly<Record<string, Service>> };
const OURS = ['api', 'worker', 'web', 'authorities'];

/** A service's environment as compose makes it when the required variables are set and no other. */
function filledIn(name: string): Record<string, string> {
  const required: Readonly<Record<string, string>> = {
    MASTER_KEY: Buffer.alloc(32).toString('base64'),
    AUTHORITY_SECRETS: JSON.stringify({ cpr: 'x'.repeat(32) }),
    JWKS_URL: 'https://login.example/jwks',
    ISSUER: 'https://login.example',
    PUBLIC_URL: 'https://overgang.example',
    FACE_SECRET: 'x'.repeat(32),
    SESSION_KEY: Buffer.alloc(32, 1).toString('base64'),
  };
  const filled = Object.entries(services[name]?.environment ?? {}).map(([key, value]) => [
    key,
    value
      .replace(/\$\{(\w+):\?[^}]*\}/g, (_, variable: string) => required[variable] ?? 'VALUE')
      .replace(/\$\{\w+:-([^}]*)\}/g, '$1')
      // What is added when a variable is set.
      .replace(/\$\{\w+:\+[^}]*\}\}/g, ''),
  ]);
  return Object.fromEntries(filled) as Record<string, string>;
}

describe('docker-compose.yml', () => {
  it('runs api, worker, web and authorities from one image, and nothing of theirs but the command differs', () => {
    expect(Object.keys(services)).toEqual(['postgres', 'redis', ...OURS]);
    expect(new Set(OURS.map(name => services[name]?.image)).size).toBe(1);
    for (const name of OURS) expect(services[name]?.command?.at(-1)).toBe(`dist/apps/${name}/src/main.js`);
  });

  it('checks the health of every service, with words only', () => {
    for (const { healthcheck } of Object.values(services)) {
      expect(healthcheck.test.every(word => typeof word === 'string')).toBe(true);
    }
  });

  it('gives api, worker and web every variable that they check at their start, in their form', () => {
    expect(apiEnvironment(filledIn('api'))).toMatchObject({
      host: '0.0.0.0',
      port: 3000,
      audience: 'overgang',
      trustedProxies: ['172.31.250.0/24'],
    });
    expect(workerEnvironment(filledIn('worker'))).toMatchObject({
      redisUrl: 'redis://:VALUE@redis:6379',
      plaintextHosts: ['postgres', 'redis', 'authorities', 'api'],
      port: 3000,
    });
    expect(webEnvironment(filledIn('web'))).toMatchObject({
      apiUrl: 'http://api:3000',
      publicUrl: 'https://overgang.example',
      faceId: 'overgang-web',
    });
    for (const name of ['api', 'worker']) {
      expect(services[name]?.depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
    }
  });

  it('has no secret of its own: each must be set, or compose refuses', () => {
    for (const secret of [
      'POSTGRES_PASSWORD',
      'POSTGRES_ADMIN_PASSWORD',
      'REDIS_PASSWORD',
      'MASTER_KEY',
      'AUTHORITY_SECRETS',
      'FACE_SECRET',
      'SESSION_KEY',
    ]) {
      const uses = [...text.matchAll(new RegExp(`\\$\\{${secret}(.*?)[ }]`, 'g'))].map(([, how]) => how);
      expect(uses.length).toBeGreaterThan(0);
      expect(uses.every(how => how === ':?set')).toBe(true);
    }
  });

  it('gives the programs a role that owns their database and nothing else', () => {
    const { environment } = services['postgres']!;
    expect(environment['POSTGRES_USER']).toBe('postgres');
    expect(filledIn('api')['DATABASE_URL']).toMatch(/^postgres:\/\/overgang:/);
    expect(text).toMatch(/create role overgang login nosuperuser nocreatedb nocreaterole/);
  });

  it('bounds the memory of every service, and is reached from this machine only unless told otherwise', () => {
    for (const service of Object.values(services)) expect(service.mem_limit).toMatch(/^\$\{\w+:-\d+[mg]\}$/);
    const published = Object.values(services).flatMap(({ ports }) => ports ?? []);
    expect(published).toEqual([
      '${API_ADDRESS:-127.0.0.1}:${API_PORT:-8080}:3000',
      '${WEB_ADDRESS:-127.0.0.1}:${WEB_PORT:-8081}:3000',
    ]);
  });

  it('never lets Redis evict or forget a job', () => {
    const command = services['redis']?.command?.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });
});
