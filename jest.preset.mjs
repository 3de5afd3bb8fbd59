/**
 * What every project's Jest has in common: native ESM, TypeScript through swc, sources instead of builds.
 *
 * @param {{ decorators?: boolean, jsx?: boolean }} options
 */
export function preset({ decorators = false, jsx = false } = {}) {
  return {
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    testEnvironmentOptions: { customExportConditions: ['@rolvast/source', 'node', 'node-addons'] },
    transform: {
      '\\.tsx?$': [
        '@swc/jest',
        {
          jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', tsx: jsx, decorators },
            transform: {
              ...(decorators ? { legacyDecorator: true, decoratorMetadata: true } : {}),
              ...(jsx ? { react: { runtime: 'automatic' } } : {}),
            },
          },
          module: { type: 'es6' },
        },
      ],
    },
    maxWorkers: 2,
    workerIdleMemoryLimit: '600MB',
  };
}
