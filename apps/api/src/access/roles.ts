/** What a person can be for an organisation. No role includes another. */
export const VIEWER_ROLES = ['team-manager', 'quality-staff', 'director', 'administrator', 'data-protection-officer'] as const;
export type ViewerRole = (typeof VIEWER_ROLES)[number];

/** Everybody for whom an operation can be: people, and source systems that deliver. */
export const ROLES = [...VIEWER_ROLES, 'importer'] as const;
export type Role = (typeof ROLES)[number];

/** Reads the name of a role; null when there is none. */
export function parseViewerRole(text: string): ViewerRole | null {
  return VIEWER_ROLES.find((role) => role === text) ?? null;
}

/** Whose figures a role is for: the units it was given, all of the organisation, or none. */
export const REACH: Readonly<Record<ViewerRole, 'given-units' | 'every-unit' | 'no-unit'>> = {
  'team-manager': 'given-units',
  'quality-staff': 'every-unit',
  director: 'every-unit',
  administrator: 'no-unit',
  'data-protection-officer': 'no-unit',
};
