/** Why the usual level of a chart starts anew from a month on. Somebody decides it by hand; the figures of before stay as they are. */
export const REBASE_REASONS = ['recording_changed', 'team_changed', 'target_group_changed', 'way_of_working_changed'] as const;
export type RebaseReason = (typeof REBASE_REASONS)[number];
