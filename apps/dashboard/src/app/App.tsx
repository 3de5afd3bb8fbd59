import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { PAGES } from './pages';
import { HomePage } from './pages/HomePage';
import { NotFoundPage } from './pages/NotFoundPage';
import { Providers } from './Providers';
import { Shell } from './shell/Shell';

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
          {PAGES.flatMap(({ paths, Page }) => paths.map((path) => <Route key={path} path={path} element={<Page />} />))}
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </Providers>
  );
}
