export interface UnknownOrganisationFault {
  readonly code: 'UNKNOWN_ORGANISATION';
  readonly message: string;
}

/** Says that an organisation has to be loaded first. */
export function unknownOrganisation(code: string): UnknownOrganisationFault {
  return {
    code: 'UNKNOWN_ORGANISATION',
    message: `There is no organisation with code "${code.slice(0, 63)}". Load it first: rolvast organisation load FILE. Nothing was changed.`,
  };
}
