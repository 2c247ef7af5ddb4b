const bin = (name, path) => `node_modules/${name}/${path}`;

const JEST = {
  command: [bin('jest', 'bin/jest.js')],
  environment: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
};

/** What `npm run verify` checks, in order: each a file that Node runs with these arguments. */
export const STEPS = [
  { name: 'format', command: [bin('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: [bin('oxlint', 'bin/oxlint'), '--deny-warnings', '--format', 'unix'] },
  { name: 'types', command: [bin('typescript', 'bin/tsc'), '-p', 'tsconfig.json'] },
  {
    name: 'imports',
    command: [
      bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'libs',
      'test',
    ],
  },
  {
    name: 'unused',
    command: [bin('knip', 'bin/knip.js'), '--config', '.knip.json', '--treat-config-hints-as-errors'],
  },
  { name: 'journeys', command: ['dist/apps/designer/src/main.js', 'check'] },
  { name: 'tests', ...JEST },
  {
    name: 'node-26',
    command: [
      'test/verify/on-node-26.mjs',
      ...JEST.command,
      'libs/(calendar|journey|schema|statechart|workshop)/',
      'test/conformance/',
    ],
    environment: JEST.environment,
  },
];
