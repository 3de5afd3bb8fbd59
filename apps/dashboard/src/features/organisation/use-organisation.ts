import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { fetchGraphql } from '../../graphql/fetch-graphql';
import { OrganisationDocument, type OrganisationQuery } from '../../graphql/generated/graphql';

export type Organisation = OrganisationQuery['organisation'];
export type Team = Organisation['regions'][number]['teams'][number];

/** One organisation with its regions and teams; waits while `code` is null. */
export function useOrganisation(code: string | null): UseQueryResult<Organisation> {
  return useQuery({
    queryKey: ['organisation', code],
    queryFn: ({ signal }) => fetchGraphql(OrganisationDocument, { code: code ?? '' }, signal),
    select: ({ organisation }) => organisation,
    enabled: code !== null,
  });
}
