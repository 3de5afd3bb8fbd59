import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { fetchGraphql } from '../../graphql/fetch-graphql';
import { TeamOverviewDocument } from '../../graphql/generated/graphql';
import { toOverview, type Overview } from './to-overview';

/** What is asked about a team. Measure and months only say which trend comes along with the first answer. */
export interface OverviewQuestion {
  readonly organisation: string;
  readonly team: string;
  readonly quarter: string | null;
  readonly measure: string | null;
  readonly months: number;
}

/**
 * The overview of a team for one quarter: the one question of its page. Choosing another measure afterwards does not ask it again.
 *
 * @param keepTrend gets the trend that came along with the answer.
 */
export function useTeamOverview({ organisation, team, quarter, measure, months }: OverviewQuestion, keepTrend: KeepTrend): UseQueryResult<Overview> {
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['team-overview', organisation, team, quarter],
    queryFn: async ({ signal }) => {
      const answer = await fetchGraphql(TeamOverviewDocument, { organisation, team, quarter, measure, months }, signal);
      const { trend } = answer.teamOverview;
      if (trend !== null) keepTrend(queries, { organisation, team, measure: trend.measure, months }, trend);
      return answer;
    },
    select: toOverview,
    enabled: team !== '',
  });
}

export type KeepTrend = (
  queries: ReturnType<typeof useQueryClient>,
  question: { readonly organisation: string; readonly team: string; readonly measure: string; readonly months: number },
  trend: NonNullable<Overview['trend']>,
) => void;
