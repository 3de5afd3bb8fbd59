/** How the figures are shown: drawn, in a table, or both. */
export const PRESENTATIONS = ['chart', 'table', 'both'] as const;

export type Presentation = (typeof PRESENTATIONS)[number];
