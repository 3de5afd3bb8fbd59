import nx from '@nx/eslint-plugin';

/** Which project may import which. Folders inside a project are held apart by .dependency-cruiser.cjs. */
const PROJECT_DIRECTION = [
  { sourceTag: 'scope:domain', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'scope:migrations', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['scope:domain', 'scope:migrations'] },
  { sourceTag: 'scope:dashboard', onlyDependOnLibsWithTags: ['scope:domain'] },
  { sourceTag: 'scope:test', onlyDependOnLibsWithTags: ['scope:domain', 'scope:migrations', 'scope:api'] },
];

/**
 * The wall between projects. Without a project graph the rule skips itself and succeeds, so it only counts when run by Nx;
 * test/boundaries proves that it refuses what it must.
 */
export const projectBoundaries = {
  plugins: { '@nx': nx },
  rules: {
    '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: PROJECT_DIRECTION }],
  },
};
