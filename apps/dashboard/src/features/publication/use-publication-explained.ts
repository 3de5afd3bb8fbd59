import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { fetchGraphql } from '../../graphql/fetch-graphql';
import { PublicationExplainedDocument, type PublicationExplainedQuery } from '../../graphql/generated/graphql';

export type PublicationExplained = PublicationExplainedQuery['publicationExplained'];

/** What is published and why, with the last release of an organisation; asked for once there is one. */
export function usePublicationExplained(organisation: string | undefined): UseQueryResult<PublicationExplained> {
  return useQuery({
    queryKey: ['publication-explained', organisation],
    queryFn: ({ signal }) => fetchGraphql(PublicationExplainedDocument, { organisation: organisation ?? '' }, signal),
    select: ({ publicationExplained }) => publicationExplained,
    enabled: organisation !== undefined,
  });
}
