/*
 * Who may import whom. Everything between rooms is forbidden; `may` lists the few arrows that are fine (DESIGN, ARCHITECTURE).
 * A room may always use itself and what lies outside the rooms (packages), but for what the last rules take away.
 */
const may = {
  'lib/shared': [],
  'lib/bangla': ['lib/shared'],
  'lib/forms': ['lib/shared', 'lib/bangla'],
  'lib/places': ['lib/shared', 'lib/bangla'],
  'lib/catalogue': ['lib/shared', 'lib/bangla', 'lib/forms', 'lib/places', 'lib/contract'],
  'lib/contract': ['lib/shared', 'lib/bangla', 'lib/forms', 'lib/places'],
  'lib/crypto': ['lib/shared', 'lib/contract'],
  'lib/outbox': ['lib/shared', 'lib/contract', 'lib/crypto'],
  'lib/i18n': ['lib/shared', 'lib/bangla'],
  'lib/local': [
    'lib/shared',
    'lib/bangla',
    'lib/forms',
    'lib/places',
    'lib/contract',
    'lib/crypto',
    'lib/outbox',
  ],
  'lib/remote': ['lib/shared', 'lib/contract', 'lib/crypto', 'lib/outbox'],
  'lib/browser': [
    'lib/shared',
    'lib/bangla',
    'lib/forms',
    'lib/places',
    'lib/catalogue',
    'lib/contract',
    'lib/crypto',
    'lib/outbox',
    'lib/local',
    'lib/remote',
    'lib/i18n',
  ],
  'lib/pwa': ['lib/shared', 'lib/browser'],
  components: [
    'lib/shared',
    'lib/bangla',
    'lib/forms',
    'lib/places',
    'lib/catalogue',
    'lib/contract',
    'lib/i18n',
    'lib/browser',
    'lib/pwa',
  ],
  'lib/server': [
    'lib/shared',
    'lib/bangla',
    'lib/forms',
    'lib/places',
    'lib/catalogue',
    'lib/contract',
    'lib/crypto',
  ],
  'app/api': ['lib/shared', 'lib/server', 'lib/contract'],
  app: [
    'components',
    'lib/shared',
    'lib/bangla',
    'lib/forms',
    'lib/places',
    'lib/catalogue',
    'lib/contract',
    'lib/i18n',
    'lib/browser',
    'lib/pwa',
  ],
};
const PURE = '^lib/(shared|bangla|forms|places|outbox|contract)/';
const TEST = '\\.test\\.tsx?$|/testing/';

/** A path of the room, and not of a room inside it. */
const inside = (room) => (room === 'app' ? '^app/(?!api/)' : `^${room}/`);
const arrows = Object.entries(may).map(([room, others]) => ({
  name: `${room.replaceAll('/', '-')}-may-import-only`,
  comment: `${room} may use ${others.join(', ') || 'nothing but itself'}.`,
  severity: 'error',
  from: { path: inside(room), pathNot: TEST },
  to: { path: '^(lib|components|app|scripts|e2e)/', pathNot: [inside(room), ...others.map(inside)] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...arrows,
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-rooms-know-no-machine',
      comment: 'Clock, chance, storage and network come in as arguments.',
      severity: 'error',
      from: { path: PURE, pathNot: TEST },
      to: { path: '(^|node_modules/)(react|react-dom|next|dexie|dexie-react-hooks|pg|drizzle-orm)(/|$)' },
    },
    {
      name: 'pure-rooms-know-no-node',
      severity: 'error',
      from: { path: PURE, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'browser-rooms-know-no-node',
      severity: 'error',
      from: { path: '^(lib/(local|remote|browser|pwa|i18n|crypto)|components)/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'production-never-imports-tests',
      severity: 'error',
      from: { pathNot: `${TEST}|^e2e/` },
      to: { path: TEST },
    },
    {
      name: 'every-room-is-named',
      comment: 'A new folder under lib needs its line in `may`.',
      severity: 'error',
      from: {
        path: `^lib/(?!(${Object.keys(may)
          .filter((room) => room.startsWith('lib/'))
          .map((room) => room.slice(4))
          .join('|')})/)`,
      },
      to: {},
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^server-only$' },
    },
    {
      name: 'from-package-json',
      comment: 'A package that is used is listed, and not only because another brings it along.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.next/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['react-server', 'import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
