import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { fetchGraphql } from '../../graphql/fetch-graphql';
import { PitfallMapDocument, type PitfallMapQueryVariables } from '../../graphql/generated/graphql';
import { toMapRows, type MappedPitfalls } from './to-map-rows';

/** Units and the ten pitfalls of one quarter. An answer that contradicts itself is a failure, not a map. */
export function usePitfallMap(variables: PitfallMapQueryVariables): UseQueryResult<MappedPitfalls> {
  return useQuery({
    queryKey: ['pitfall-map', variables],
    queryFn: ({ signal }) => fetchGraphql(PitfallMapDocument, variables, signal),
    select: toMapRows,
  });
}
