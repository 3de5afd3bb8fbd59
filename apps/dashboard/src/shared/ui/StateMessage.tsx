import type { ReactNode } from 'react';
import styles from './state-message.module.css';

interface StateMessageProps {
  readonly title: string;
  /** 1 where the message is the whole page, 2 inside one. */
  readonly level: 1 | 2;
  readonly children: ReactNode;
  /** Buttons or links. */
  readonly actions?: ReactNode;
  /** Announces the message as soon as it appears. */
  readonly urgent?: boolean;
}

/** Says why there is nothing to see here, and what to do. */
export function StateMessage({ title, level, children, actions, urgent = false }: StateMessageProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.message} role={urgent ? 'alert' : undefined}>
      <Heading className={styles.title}>{title}</Heading>
      <div className={styles.body}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
