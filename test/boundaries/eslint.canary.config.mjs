import tseslint from 'typescript-eslint';
import { projectBoundaries } from '../../eslint.boundaries.mjs';

/** Only the rule between projects, so that a canary fails for that reason and no other. */
export default [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, ...projectBoundaries }];
