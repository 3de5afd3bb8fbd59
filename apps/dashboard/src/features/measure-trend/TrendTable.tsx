import { assertNever, hoursForm, periodLabel, type Language } from '@rolvast/domain';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureUnit } from '../../graphql/generated/graphql';
import { useLanguage } from '../../i18n/use-language';
import { formatNumber } from '../../shared/format/format-number';
import { formatShare } from '../../shared/format/format-share';
import { countWords, shareWords } from './figure-words';
import type { TrendFigure, TrendRow } from './to-chart-rows';
import styles from './trend-table.module.css';

interface TrendTableProps {
  readonly rows: readonly TrendRow[];
  readonly unit: FigureUnit;
  readonly caption: string;
  /** Whether there were enough points to look for signals; otherwise 'none' would claim too much. */
  readonly signalsSought: boolean;
}

type Column = 'period' | 'count' | 'hours' | 'of' | 'share' | 'perHundred' | 'reflections' | 'lower' | 'upper' | 'signal' | 'state';

const OF_SHARES: readonly Column[] = ['period', 'count', 'of', 'share', 'reflections', 'lower', 'upper', 'signal', 'state'];

/** What a table of figures of a unit has; what has no lines has no columns for them. */
const COLUMNS: Readonly<Record<FigureUnit, readonly Column[]>> = {
  SHARE_OF_REFLECTIONS: OF_SHARES,
  SHARE_OF_FIELDS: OF_SHARES,
  BAND_OF_REFLECTIONS: ['period', 'count', 'of', 'reflections', 'state'],
  HOURS_PER_100_REFLECTIONS: ['period', 'hours', 'of', 'perHundred', 'reflections', 'state'],
};
const TEXT_COLUMNS: readonly Column[] = ['period', 'signal', 'state'];

/**
 * The figures behind the chart, newest first. A period without figures has words in its last column and no number anywhere.
 *
 * The table may be wider than a phone: it scrolls inside a region that can be focused, so that the keyboard scrolls it too.
 */
export function TrendTable({ rows, unit, caption, signalsSought }: TrendTableProps) {
  const { t } = useTranslation();
  const captionId = useId();
  return (
    <>
      <p className={styles.caption} id={captionId}>
        {caption}
      </p>
      <div className={styles.scroll} role="region" aria-labelledby={captionId} tabIndex={0}>
        <table className={styles.table} aria-labelledby={captionId}>
          <thead>
            <tr>
              {COLUMNS[unit].map((column) => (
                <th key={column} scope="col" data-text={TEXT_COLUMNS.includes(column) || undefined}>
                  {t(`table.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map((row) => (
              <TrendTableRow key={row.key} row={row} unit={unit} signalsSought={signalsSought} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface TrendTableRowProps extends Pick<TrendTableProps, 'unit' | 'signalsSought'> {
  readonly row: TrendRow;
}

function TrendTableRow({ row, unit, signalsSought }: TrendTableRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { figure } = row;
  const signal = figure.state === 'shown' && figure.signal !== null ? figure.signal : null;
  const words = (column: Column): string | null => {
    if (column === 'state') return t(`state.${figure.state}`);
    if (column === 'signal') return figure.state === 'shown' && signalsSought ? t(`signal.${signal ?? 'none'}`) : null;
    return numberOf(figure, column, language);
  };
  return (
    <tr data-state={figure.state} data-signal={signal ?? undefined}>
      <th scope="row">{periodLabel(row.from, row.through, language)}</th>
      {COLUMNS[unit].slice(1).map((column) => (
        <td key={column} data-text={TEXT_COLUMNS.includes(column) || undefined}>
          {words(column) ?? t('table.none')}
        </td>
      ))}
    </tr>
  );
}

/** What stands in a column of numbers; null where there is none. */
function numberOf(figure: TrendFigure, column: Exclude<Column, 'state' | 'signal'>, language: Language): string | null {
  if (figure.state !== 'shown') return null;
  switch (column) {
    case 'period':
      return null;
    case 'count':
    case 'hours':
      return countWords(figure, language);
    case 'of':
      return formatNumber(figure.denominator, language);
    case 'share':
      return shareWords(figure, language);
    case 'perHundred':
      return figure.numerator === null || figure.denominator === 0 ? null : hoursForm((100 * figure.numerator) / figure.denominator, language);
    case 'reflections':
      return formatNumber(figure.reflections, language);
    case 'lower':
    case 'upper':
      return figure[column] === null ? null : formatShare(figure[column], language);
    default:
      return assertNever(column, 'column');
  }
}
