/**
 * Who may import whom between the folders of a project. Nx holds the projects apart; it does not see folders.
 * Each rule of the API says what a zone may reach; everything else of ours is refused.
 */
const API = '^apps/api/src/';
const TESTING = '/testing/';
const SPECS = '\\.(int-)?spec\\.tsx?$';

/** zone -> the zones it may import, besides itself and the domain. */
const MAY_IMPORT = {
  platform: [],
  config: [],
  access: ['platform'],
  intake: ['access', 'platform'],
  publish: ['intake/reflection-store', 'care/support-sessions', 'platform'],
  care: ['access', 'platform'],
  insight: ['care', 'access', 'platform'],
  demo: ['access', 'intake', 'publish', 'platform'],
  lifetime: ['intake/organisation', 'intake/pseudonymise', 'platform'],
};

const zoneRules = Object.entries(MAY_IMPORT).map(([zone, others]) => ({
  name: `zone-${zone}`,
  severity: 'error',
  comment: `${zone} may import ${[zone, ...others].join(', ')} and the domain; see ARCHITECTURE.md`,
  // Specs may set the stage with any zone; the code of a zone may not.
  from: { path: `${API}${zone}/`, pathNot: SPECS },
  to: { path: API, pathNot: [zone, ...others].map((allowed) => `${API}${allowed}/`) },
}));

module.exports = {
  forbidden: [
    ...zoneRules,
    {
      name: 'every-folder-is-a-zone',
      severity: 'error',
      comment: 'a new folder of the API gets a line in MAY_IMPORT before it may import anything',
      from: { path: `${API}[^/]+/`, pathNot: [...Object.keys(MAY_IMPORT), 'commands', 'testing'].map((zone) => `${API}${zone}/`) },
      to: {},
    },
    {
      name: 'no-testing-in-the-product',
      severity: 'error',
      from: { path: API, pathNot: `${SPECS}|${API}testing/` },
      to: { path: `${API}testing/` },
    },
    {
      name: 'apps-meet-at-the-schema',
      severity: 'error',
      comment: 'dashboard and API share the domain and schema.graphql, nothing else',
      from: { path: '^apps/dashboard/' },
      to: { path: '^(apps/api|migrations)/' },
    },
    {
      name: 'api-knows-no-dashboard',
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: '^apps/dashboard/' },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'the domain imports its own files only',
      from: { path: '^libs/domain/src/', pathNot: `${SPECS}|${TESTING}|^libs/domain/src/statistics/` },
      to: { pathNot: '^libs/domain/src/' },
    },
    {
      name: 'statistics-are-pure',
      severity: 'error',
      comment: 'statistics import the domain and the distributions of @stdlib',
      from: { path: '^libs/domain/src/statistics/', pathNot: SPECS },
      to: { pathNot: '^(libs/domain/src/|(node_modules/)?@stdlib/)' },
    },
    {
      name: 'rules-load-no-distributions',
      severity: 'error',
      comment: 'statistics have an entry of their own, so that a process that computes none does not load @stdlib; types are free',
      from: { path: '^libs/domain/src/', pathNot: `${SPECS}|${TESTING}|^libs/domain/src/statistics/` },
      to: { path: '^libs/domain/src/statistics/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'charts-know-no-nhs-mode',
      severity: 'error',
      comment: 'the NHS mode is built from the charts and the run rules, not the other way round',
      from: { path: '^libs/domain/src/statistics/(spc|runs|count-law)/', pathNot: SPECS },
      to: { path: '^libs/domain/src/statistics/nhs/' },
    },
    {
      name: 'no-testing-in-the-domain',
      severity: 'error',
      from: { path: '^libs/domain/src/', pathNot: `${SPECS}|${TESTING}` },
      to: { path: `^libs/domain/src/.*${TESTING}` },
    },
    {
      name: 'dashboard-direction',
      severity: 'error',
      comment: 'shared knows no feature; features do not know the app',
      from: { path: '^apps/dashboard/src/(shared|i18n|graphql)/' },
      to: { path: '^apps/dashboard/src/(features|app)/' },
    },
    {
      name: 'features-do-not-know-the-app',
      severity: 'error',
      from: { path: '^apps/dashboard/src/features/' },
      to: { path: '^apps/dashboard/src/app/' },
    },
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/dashboard/src/features/([^/]+)/' },
      to: { path: '^apps/dashboard/src/features/([^/]+)/', pathNot: '^apps/dashboard/src/features/$1/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules|generated)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { conditionNames: ['@rolvast/source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
