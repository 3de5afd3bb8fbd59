import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { failureOf } from '../graphql/request-failure';
import { noteSessionLoss } from './session-loss';
import { theme } from './theme';

const FIVE_MINUTES_MS = 5 * 60 * 1000;

/** Figures change once a month, so an answer stays good for a while. Only an unreachable API is asked again unasked. */
const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteSessionLoss }),
  mutationCache: new MutationCache({ onError: noteSessionLoss }),
  defaultOptions: {
    queries: {
      staleTime: FIVE_MINUTES_MS,
      refetchOnWindowFocus: false,
      retry: (failures, fault) => failures < 1 && failureOf(fault).code === 'unreachable',
    },
  },
});

/** What every part of the application may rely on: colours, answers of the API, the address. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    // The variables are in the style sheet already (theme-css-plugin.ts); Mantine need not add a <style> element.
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>{children}</BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
