import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { fetchGraphql } from '../../graphql/fetch-graphql';
import { BreakdownsDocument, type BreakdownsQuery } from '../../graphql/generated/graphql';

export type Breakdowns = BreakdownsQuery['breakdowns'];

/** Every breakdown with its categories, in the order of the catalogue. */
export function useBreakdowns(): UseQueryResult<Breakdowns> {
  return useQuery({
    queryKey: ['breakdowns'],
    queryFn: ({ signal }) => fetchGraphql(BreakdownsDocument, {}, signal),
    select: ({ breakdowns }) => breakdowns,
    staleTime: Infinity,
  });
}
