import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { useViewer } from '../../features/viewer/use-viewer';
import { ViewerMenu } from '../../features/viewer/ViewerMenu';
import { FaultBoundary } from '../../shared/ui/FaultBoundary';
import { PageSkeleton } from '../pages/PageSkeleton';
import { useIsSignedOut } from '../session-loss';
import { SignInGate } from '../SignInGate';
import { ColourSchemeSwitch } from './ColourSchemeSwitch';
import { LanguageSwitch } from './LanguageSwitch';
import { Logo } from './Logo';
import { MainNavigation } from './MainNavigation';
import styles from './shell.module.css';

/** The frame around every page: header with the main navigation, language and colours; the page itself; footer. */
export function Shell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const viewer = useViewer();
  const isSignedOut = useIsSignedOut();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('app.skipToContent')}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link className={styles.brand} to="/" aria-label={t('app.home')}>
            <Logo />
            <span>Rolvast</span>
          </Link>
          <div className={styles.navigation}>
            <MainNavigation viewer={isSignedOut ? undefined : viewer.data} />
          </div>
          <div className={styles.switches}>
            {viewer.data !== undefined && !isSignedOut && <ViewerMenu viewer={viewer.data} />}
            <LanguageSwitch />
            <ColourSchemeSwitch />
          </div>
        </div>
      </header>
      <main className={styles.main} id="content" tabIndex={-1}>
        <FaultBoundary place={pathname}>
          <Suspense fallback={<PageSkeleton />}>
            <SignInGate>
              <Outlet />
            </SignInGate>
          </Suspense>
        </FaultBoundary>
      </main>
      <footer className={styles.footer}>
        <Link to="/methods">{t('app.methods')}</Link>
      </footer>
    </div>
  );
}
