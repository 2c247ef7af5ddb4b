import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { PROCESS_VARIABLES } from '../../libs/assembly/src/variables.js';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
}

const text = readFileSync(new URL('../../docker-compose.yml', import.meta.url), 'utf8');
const { services } = parse(text, { merge: true }) as { services: Readonly<Record<string, Service>> };
const OURS = ['api', 'worker', 'authorities'];

describe('docker-compose.yml', () => {
  it('runs api, worker and authorities from one image, and nothing of theirs but the command differs', () => {
    expect(Object.keys(services)).toEqual(['postgres', 'redis', ...OURS]);
    expect(new Set(OURS.map(name => services[name]?.image)).size).toBe(1);
    for (const name of OURS) expect(services[name]?.command?.at(-1)).toBe(`dist/apps/${name}/src/main.js`);
  });

  it('checks the health of every service, with words only', () => {
    for (const { healthcheck } of Object.values(services)) {
      expect(healthcheck.test.every(word => typeof word === 'string')).toBe(true);
    }
  });

  it.each(['api', 'worker'])('gives %s every variable it cannot do without', name => {
    const required = Object.values(PROCESS_VARIABLES).filter(variable => !('absent' in variable));
    const given = Object.keys(services[name]?.environment ?? {});
    expect(given).toEqual(
      expect.arrayContaining([...required.map(variable => variable.name), 'REDIS_URL', 'HOST', 'PORT']),
    );
    expect(services[name]?.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      redis: { condition: 'service_healthy' },
    });
  });

  it('has no secret of its own: each must be set, or compose refuses', () => {
    for (const secret of ['POSTGRES_PASSWORD', 'REDIS_PASSWORD', 'MASTER_KEY', 'AUTHORITY_SECRETS']) {
      const uses = [...text.matchAll(new RegExp(`\\$\\{${secret}(.*?)[ }]`, 'g'))].map(([, how]) => how);
      expect(uses.length).toBeGreaterThan(0);
      expect(uses.every(how => how === ':?set')).toBe(true);
    }
  });

  it('never lets Redis evict or forget a job', () => {
    const command = services['redis']?.command?.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });
});
