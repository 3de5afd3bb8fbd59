const team = { code: 'team-a', name: 'A', region: 'r', careForm: 'support', professionals: 10, validFrom: '2025-01-01', validTo: null, publishWith: null };

/** The organisation for which the fault tests deliver. */
export const ORGANISATION_FILE = JSON.stringify({ code: 'faults', name: 'Faults', regions: [{ code: 'r', name: 'R' }], teams: [team] });
