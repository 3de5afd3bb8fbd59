import type { OwnChange } from '../../graphql/generated/graphql';
import styles from './pitfall-map.module.css';

const PATHS: Readonly<Record<OwnChange, string>> = {
  MORE: 'M8 2 L15 14 L1 14 Z',
  FEWER: 'M8 14 L15 2 L1 2 Z',
  AS_USUAL: 'M2 8 H14',
  TOO_FEW_POINTS: 'M3 8 h1 M7.5 8 h1 M12 8 h1',
};

/** A change by its shape: a triangle up or down, a line, or dots. The words stand beside it. */
export function ChangeSign({ change }: { readonly change: OwnChange }) {
  return (
    <svg className={styles.sign} data-change={change} width={16} height={16} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[change]} />
    </svg>
  );
}
