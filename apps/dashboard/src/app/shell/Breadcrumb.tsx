import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './breadcrumb.module.css';

/** One step of the way from the organisation to what is shown. */
export interface Crumb {
  readonly name: string;
  /** Null for a step that has no page of its own, and for the last one, which is here. */
  readonly to: string | null;
}

/** The way from the organisation to what is shown. It ends where publication ends. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.breadcrumb} aria-label={t('app.breadcrumb')}>
      <ol className={styles.crumbs}>
        {crumbs.map(({ name, to }, index) => (
          <li key={`${index} ${name}`} className={styles.crumb} aria-current={index === crumbs.length - 1 ? 'location' : undefined}>
            {to === null ? name : <Link to={to}>{name}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
