import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { fetchGraphql } from '../../graphql/fetch-graphql';
import { ViewerDocument, type ViewerQuery } from '../../graphql/generated/graphql';

export type Viewer = ViewerQuery['viewer'];

/** Where the answer about who is signed in is kept. */
export const VIEWER_KEY = ['viewer'] as const;

/** Who is signed in; fails with `signed-out` when nobody is. */
export function useViewer(): UseQueryResult<Viewer> {
  return useQuery({
    queryKey: VIEWER_KEY,
    queryFn: ({ signal }) => fetchGraphql(ViewerDocument, {}, signal),
    select: ({ viewer }) => viewer,
  });
}
