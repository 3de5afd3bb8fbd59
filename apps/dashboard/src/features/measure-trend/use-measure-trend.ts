import { useQuery, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { fetchGraphql } from '../../graphql/fetch-graphql';
import { MeasureTrendDocument, OrganisationTrendDocument, type MeasureTrendQuery, type MeasureTrendQueryVariables } from '../../graphql/generated/graphql';
import { toBeside, type BesideTrend } from './to-beside';
import { toTrend, type Trend } from './to-chart-rows';

/** One measure of one team over the last closed months. An answer that contradicts itself is a failure, not a chart. */
export function useMeasureTrend(variables: MeasureTrendQueryVariables): UseQueryResult<Trend> {
  return useQuery({
    queryKey: keyOf(variables),
    queryFn: ({ signal }) => fetchGraphql(MeasureTrendDocument, variables, signal),
    select: toTrend,
  });
}

/** Keeps a trend that came along with another answer, as if it had been asked for. */
export function keepTrend(queries: QueryClient, variables: MeasureTrendQueryVariables, measureTrend: MeasureTrendQuery['measureTrend']): void {
  queries.setQueryData<MeasureTrendQuery>(keyOf(variables), { measureTrend });
}

/** The same measure of the whole organisation, for the periods of a trend; waits until there is a trend to stand beside. */
export function useOrganisationTrend(organisation: string, measure: string, months: number, trend: Trend | null): UseQueryResult<BesideTrend> {
  const period = trend?.period ?? 'MONTH';
  return useQuery({
    queryKey: ['organisation-trend', organisation, measure, months, period],
    queryFn: ({ signal }) => fetchGraphql(OrganisationTrendDocument, { organisation, measure, months, period }, signal),
    select: (answer) => toBeside(answer, trend?.rows[0]?.from ?? null),
    enabled: trend !== null,
  });
}

function keyOf(variables: MeasureTrendQueryVariables): readonly unknown[] {
  return ['measure-trend', variables];
}
