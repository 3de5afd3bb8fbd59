import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { fetchGraphql } from '../../graphql/fetch-graphql';
import { MeasuresDocument, type MeasuresQuery } from '../../graphql/generated/graphql';

export type Measures = MeasuresQuery['measures'];
export type MeasureDefinition = Measures[number];

/** Every measure of the catalogue, in its order. It only changes with a release, so it is asked once. */
export function useMeasures(): UseQueryResult<Measures> {
  return useQuery({
    queryKey: ['measures'],
    queryFn: ({ signal }) => fetchGraphql(MeasuresDocument, {}, signal),
    select: ({ measures }) => measures,
    staleTime: Infinity,
  });
}
