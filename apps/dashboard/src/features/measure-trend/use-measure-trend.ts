import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { fetchGraphql } from '../../graphql/fetch-graphql';
import { MeasureTrendDocument, type MeasureTrendQueryVariables } from '../../graphql/generated/graphql';
import { toTrend, type Trend } from './to-chart-rows';

/** One measure of one team over the last closed months. An answer that contradicts itself is a failure, not a chart. */
export function useMeasureTrend(variables: MeasureTrendQueryVariables): UseQueryResult<Trend> {
  return useQuery({
    queryKey: ['measure-trend', variables],
    queryFn: ({ signal }) => fetchGraphql(MeasureTrendDocument, variables, signal),
    select: toTrend,
  });
}
