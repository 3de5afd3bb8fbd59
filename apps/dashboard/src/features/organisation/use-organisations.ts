import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { fetchGraphql } from '../../graphql/fetch-graphql';
import { OrganisationsDocument, type OrganisationsQuery } from '../../graphql/generated/graphql';

export type OrganisationNames = OrganisationsQuery['organisations'];

/** Every organisation this installation holds, by name. */
export function useOrganisations(): UseQueryResult<OrganisationNames> {
  return useQuery({
    queryKey: ['organisations'],
    queryFn: ({ signal }) => fetchGraphql(OrganisationsDocument, {}, signal),
    select: ({ organisations }) => organisations,
  });
}
