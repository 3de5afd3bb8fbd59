import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { projectBoundaries } from './eslint.boundaries.mjs';

const MAX_LINES = { max: 250, skipBlankLines: true, skipComments: true };
const MAX_FUNCTION_LINES = { max: 50, skipBlankLines: true, skipComments: true };

/** The types each file is checked with; one program a file, because loading another costs half a minute. */
const TYPES_OF = [
  [['libs/domain/**/*.ts'], 'libs/domain/tsconfig.spec.json'],
  [['migrations/**/*.ts'], 'migrations/tsconfig.json'],
  [['apps/api/**/*.ts'], 'apps/api/tsconfig.spec.json'],
  [['apps/dashboard/src/**/*.{ts,tsx}'], 'apps/dashboard/tsconfig.json'],
  [['apps/dashboard/*.ts'], 'apps/dashboard/tsconfig.tools.json'],
  [['test/**/*.ts'], 'test/tsconfig.json'],
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/generated/**', '**/.results/**', '**/node_modules/**', '.nx/**', '.rolvast/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: projectBoundaries.plugins,
    rules: {
      ...projectBoundaries.rules,
      // The objects of the schema are shapes; nobody asks for their class.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Marked so that it stands out: plain http, which the configuration allows for a provider on this machine only.
      '@typescript-eslint/no-deprecated': ['error', { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', MAX_LINES],
      'max-lines-per-function': ['error', MAX_FUNCTION_LINES],
      'no-console': 'error',
    },
  },
  ...TYPES_OF.map(([files, project]) => ({ files, languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } } })),
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: {
      // The domain is pure: the same arguments give the same answer.
      'no-restricted-imports': ['error', { patterns: [{ regex: '^[^.]', message: 'The domain imports relative paths only.' }] }],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'crypto', 'performance'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The moment is an argument.' },
        { object: 'Math', property: 'random', message: 'The domain has no chance in it.' },
      ],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The moment is an argument.' }],
    },
  },
  {
    files: ['libs/domain/src/statistics/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^(?!\\.|@stdlib/)', message: 'Statistics import relative paths and @stdlib only.' }] }],
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/commands/surroundings.ts', 'apps/api/src/testing/**', 'apps/api/src/**/*spec.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'config/ is the only reader of the environment.' }],
    },
  },
  {
    files: ['apps/dashboard/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', '**/*.int-spec.ts', '**/*.e2e.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly', console: 'readonly', module: 'writable', setTimeout: 'readonly', fetch: 'readonly' } },
  },
);
