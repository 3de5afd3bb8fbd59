import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { HomePage } from './pages/HomePage';
import { NotFoundPage } from './pages/NotFoundPage';
import { Providers } from './Providers';
import { Shell } from './shell/Shell';

/** The page every reader opens on: fetched while the first question to the API is on its way. */
const loadTeamPage = () => import('./pages/TeamPage');
const TeamPage = lazy(async () => ({ default: (await loadTeamPage()).TeamPage }));
loadTeamPage().catch(() => undefined);
const MethodsPage = lazy(async () => ({ default: (await import('./pages/MethodsPage')).MethodsPage }));

/** The addresses of the dashboard. A page has a file of its own, fetched apart from the shell. */
export function App() {
  return (
    <Providers>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<HomePage />} />
          <Route path="sign-in" element={null} />
          <Route path="methods" element={<MethodsPage />} />
          <Route path=":organisation" element={<HomePage />} />
          <Route path=":organisation/:team/:measure" element={<TeamPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </Providers>
  );
}
