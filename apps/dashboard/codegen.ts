import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the operations in `*.graphql`, from the committed contract of the API. The result is committed too. */
const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: ['src/features/**/*.graphql'],
  generates: {
    'src/graphql/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: true },
      config: { scalars: { DateTime: 'string' }, documentMode: 'string', enumsAsTypes: true, useTypeImports: true, immutableTypes: true, strictScalars: true },
    },
  },
};

export default config;
