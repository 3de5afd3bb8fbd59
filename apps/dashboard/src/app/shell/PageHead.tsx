import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from './Breadcrumb';
import styles from './page-head.module.css';

interface PageHeadProps {
  readonly crumbs: readonly Crumb[];
  /** Null while it is being fetched. */
  readonly title: string | null;
  /** What to know before reading any figure. */
  readonly children?: ReactNode;
  /** The choices that make up the view; never on paper. */
  readonly pickers: ReactNode;
  /** No heading where what stands below has the title of the page. */
  readonly isHeading?: boolean;
}

/** The top of every page about figures: where one is, what this is about, and the choices. */
export function PageHead({ crumbs, title, children, pickers, isHeading = true }: PageHeadProps) {
  const Heading = isHeading ? 'h1' : 'p';
  return (
    <div className={styles.head}>
      <Breadcrumb crumbs={crumbs} />
      <div className={styles.row}>
        <div className={styles.words}>
          <Heading className={styles.title}>{title ?? <Skeleton component="span" height="1lh" width="18rem" />}</Heading>
          {children}
        </div>
        <div className={styles.pickers}>{pickers}</div>
      </div>
    </div>
  );
}
