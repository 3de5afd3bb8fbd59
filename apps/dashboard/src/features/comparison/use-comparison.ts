import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { fetchGraphql } from '../../graphql/fetch-graphql';
import { ComparisonDocument, type ComparisonQueryVariables } from '../../graphql/generated/graphql';
import { toComparedUnits, type ComparedUnits } from './to-compared-units';

/** Units side by side. What was shown stays while another mix is asked for, so that the page does not jump. */
export function useComparison(variables: ComparisonQueryVariables): UseQueryResult<ComparedUnits> {
  return useQuery({
    queryKey: ['comparison', variables],
    queryFn: ({ signal }) => fetchGraphql(ComparisonDocument, variables, signal),
    select: toComparedUnits,
    placeholderData: (previous, query) => (isSameButMix(query?.queryKey[1], variables) ? keepPreviousData(previous) : undefined),
  });
}

function isSameButMix(before: ComparisonQueryVariables | string | undefined, { organisation, region, measure, quarter }: ComparisonQueryVariables): boolean {
  return typeof before === 'object' && before.organisation === organisation && before.region === region && before.measure === measure && before.quarter === quarter;
}
