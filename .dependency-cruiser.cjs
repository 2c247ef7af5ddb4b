// Imports go one way: { calendar | schema | statechart } <- journey <- { workshop | runtime } <- adapters <- system <- apps.
// Adapters import no other; threads serve adapters and apps.
// Each layer says which of our libs it may import; whatever is not said is forbidden.
const BOTTOM = ['calendar', 'schema', 'statechart'];
const ADAPTERS = ['postgres', 'queue', 'authorities', 'identity', 'publishing', 'telemetry', 'settings'];
const MAY_IMPORT = {
  calendar: [],
  schema: [],
  threads: [],
  statechart: ['calendar', 'schema'],
  journey: [...BOTTOM],
  workshop: [...BOTTOM, 'journey'],
  runtime: [...BOTTOM, 'journey'],
  ...Object.fromEntries(ADAPTERS.map(adapter => [adapter, [...BOTTOM, 'journey', 'runtime']])),
  publishing: [...BOTTOM, 'journey', 'workshop', 'runtime', 'threads'],
  system: [...ADAPTERS, 'runtime'],
};

const TESTS = '(\\.spec\\.tsx?$)|(^test/)|(^(apps|libs)/[^/]+/test/)';

// Where the faces say in which shapes the API answers.
const PUBLISHED = '^apps/web/src/rest/documents\\.ts$';

const layers = Object.entries(MAY_IMPORT).map(([lib, allowed]) => ({
  name: `layer-${lib}`,
  comment: `libs/${lib} may import ${allowed.length > 0 ? allowed.join(', ') : 'none'} of our libs, and no app`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: TESTS },
  to: { path: '^(libs|apps)/', pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'known-lib',
      comment: 'Every lib has a place in the layers above',
      severity: 'error',
      from: { path: `^libs/(?!(${Object.keys(MAY_IMPORT).join('|')})/)` },
      to: {},
    },
    {
      name: 'apps-apart',
      comment: 'Apps never import each other; only standalone puts them together',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: `^apps/standalone/|${PUBLISHED}|${TESTS}` },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'shapes-alone',
      comment: 'Of the API the faces know the types of its documents, and run none of its code',
      severity: 'error',
      from: { path: PUBLISHED },
      to: { path: '^apps/', pathNot: '^apps/web/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'lib-by-its-index',
      comment: 'A lib is imported by what its index.ts offers (#name), never by one of its files',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/', pathNot: TESTS },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$|^$1/$2/' },
    },
    {
      name: 'xstate-once',
      comment: 'Only libs/statechart imports xstate, and the tests that compare with it',
      severity: 'error',
      from: { path: '^(apps|libs|test)/', pathNot: '^libs/statechart/|^test/conformance/' },
      to: { path: 'node_modules/xstate/' },
    },
    {
      name: 'nest-at-the-edge',
      comment: 'Nest appears only in apps and in the module of a lib from runtime upwards: <lib>.module.ts',
      severity: 'error',
      from: {
        path: '^libs/([^/]+)/',
        pathNot:
          '^libs/(?!(calendar|statechart|schema|journey|workshop)/)([^/]+)/src/\\2\\.module(\\.spec)?\\.ts$',
      },
      to: { path: 'node_modules/@nestjs/' },
    },
    {
      name: 'no-circle',
      comment:
        'Files that need each other to run are one file, or need a third; types may refer to each other',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-test-in-production',
      comment: 'What is shipped imports neither tests nor packages that are installed for development only',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'no-development-package-in-production',
      comment:
        'A package that is shipped belongs to the dependencies of package.json; the formatter is asked for where it is installed',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: `${TESTS}|^apps/designer/src/pretty-yaml\\.ts$` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'folders-say-what-they-hold',
      comment: 'No folder is called common, shared, utils, helpers, core or types',
      severity: 'error',
      from: { path: '/(common|shared|utils|helpers|core|types)/', pathNot: 'node_modules' },
      to: {},
    },
    {
      name: 'found',
      comment:
        'Every import leads somewhere; the types of that client are made from the OpenAPI document when it is compiled',
      severity: 'error',
      from: { pathNot: '^test/openapi/walk' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      conditionNames: ['types', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
