import { useTranslation } from 'react-i18next';
import { Link, matchPath, useLocation } from 'react-router';
import type { Viewer } from '../../features/viewer/use-viewer';
import { PAGES, type PageEntry } from '../pages';
import { firstView, type View } from '../view-address';
import styles from './main-navigation.module.css';

/** The pages there are for this viewer, and the explanation, which is for everybody. Going to another page keeps what was chosen. */
export function MainNavigation({ viewer }: { readonly viewer: Viewer | undefined }) {
  const { t } = useTranslation();
  const location = useLocation();
  const current = pageAt(location.pathname);
  const view = viewHere(current, location, viewer);
  return (
    <nav className={styles.navigation} aria-label={t('app.navigation')}>
      <ul className={styles.pages}>
        {viewer?.seesFigures === true &&
          view !== null &&
          PAGES.map((page) => (
            <li key={page.code}>
              <Link className={styles.page} to={page.addressOf(view)} aria-current={page === current ? 'page' : undefined}>
                {t(`page.${page.code}`)}
              </Link>
            </li>
          ))}
        <li>
          <Link className={styles.page} to="/methods" aria-current={location.pathname === '/methods' ? 'page' : undefined}>
            {t('app.help')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function pageAt(pathname: string): PageEntry | undefined {
  if (pathname.split('/')[1] === 'methods') return undefined;
  return [...PAGES].reverse().find(({ paths }) => paths.some((path) => matchPath(`/${path}`, pathname) !== null));
}

function viewHere(page: PageEntry | undefined, location: Parameters<PageEntry['viewAt']>[0], viewer: Viewer | undefined): View | null {
  if (page !== undefined) return page.viewAt(location);
  return viewer === undefined ? null : firstView(viewer.organisation.code, '');
}
