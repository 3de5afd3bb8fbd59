import { periodLabel } from '@rolvast/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n/use-language';
import { formatNumber } from '../../shared/format/format-number';
import { SignalShape } from '../../shared/charts/SignalShape';
import { countOf, percentOf, shareOf } from './cell-words';
import type { QuarterFigure } from './to-overview';
import styles from './figure-list.module.css';

/** What a list of figures needs of the page around it. */
export interface FigureSurroundings {
  readonly nameOf: (measure: string) => string;
  /** The address of this view with the trend of a measure. */
  readonly addressOf: (measure: string) => string;
  /** Whose trend is open. */
  readonly open: string | null;
  /** Explains a measure. */
  readonly definitionOf: (measure: string) => ReactNode;
}

interface FigureRowProps extends FigureSurroundings {
  readonly figure: QuarterFigure;
  /** Share at which a bar is full; null draws no bar. */
  readonly fullAt: number | null;
}

/** One figure: its name, which opens the trend, a bar, the count with its n, and what it means. */
export function FigureRow({ figure, fullAt, nameOf, addressOf, open, definitionOf }: FigureRowProps) {
  const language = useLanguage();
  const { measure, cell, mark } = figure;
  return (
    <li className={styles.row} data-state={cell.state} data-open={measure === open || undefined}>
      <Link className={styles.name} to={addressOf(measure)} preventScrollReset aria-current={measure === open ? 'true' : undefined}>
        {nameOf(measure)}
      </Link>
      {figure.unit !== 'BAND_OF_REFLECTIONS' && <span className={styles.bar}>{fullAt !== null && <Bar figure={figure} fullAt={fullAt} />}</span>}
      <FigureNumbers figure={figure} />
      <span className={styles.share}>{percentOf(figure, language)}</span>
      <span className={styles.mark}>{mark !== null && <Mark mark={mark} />}</span>
      <span className={styles.definition}>{definitionOf(measure)}</span>
    </li>
  );
}

function Bar({ figure: { cell }, fullAt }: { readonly figure: QuarterFigure; readonly fullAt: number }) {
  const share = shareOf(cell);
  if (share !== null) return <svg className={styles.track} aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none"><rect className={styles.fill} width={(100 * share) / fullAt} height={10} /></svg>;
  return <svg className={styles.track} aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none"><line className={styles.none} x1={0} x2={100} y1={5} y2={5} /></svg>;
}

function FigureNumbers({ figure: { cell, months, unit } }: { readonly figure: QuarterFigure }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (cell.state !== 'shown') return <span className={styles.missing} data-band={unit === 'BAND_OF_REFLECTIONS' || undefined}>{t(`state.${cell.state}`)}</span>;
  if (cell.denominator === 0) return <span className={styles.missing}>{t('overview.notAnswered')}</span>;
  const isLonger = unit === 'BAND_OF_REFLECTIONS' && months !== null;
  return (
    <span className={styles.numbers} data-band={isLonger || undefined}>
      {t('overview.of', { told: countOf(cell, language), n: formatNumber(cell.denominator, language) })}
      {isLonger && <span className={styles.months}>{periodLabel(months.from, months.through, language)}</span>}
    </span>
  );
}

function Mark({ mark }: { readonly mark: NonNullable<QuarterFigure['mark']> }) {
  const { t } = useTranslation();
  const words = `${t('table.signal')}: ${t(`signal.${mark}`)}`;
  return (
    <svg width={18} height={18} viewBox="0 0 18 18" role="img" aria-label={words}>
      <title>{words}</title>
      <SignalShape signal={mark} x={9} y={9} />
    </svg>
  );
}
