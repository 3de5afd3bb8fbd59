import { assertNever, periodLabel, type Language } from '@rolvast/domain';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { formatNumber } from '../../shared/format/format-number';
import { formatShare } from '../../shared/format/format-share';
import type { TrendFigure, TrendRow } from './to-chart-rows';
import styles from './trend-table.module.css';

interface TrendTableProps {
  readonly rows: readonly TrendRow[];
  readonly caption: string;
  /** Whether there were enough points to look for signals; otherwise 'none' would claim too much. */
  readonly signalsSought: boolean;
}

const COLUMNS = ['period', 'noticed', 'considered', 'share', 'reflections', 'lower', 'upper', 'signal', 'state'] as const;
const TEXT_COLUMNS: readonly string[] = ['period', 'signal', 'state'];

/**
 * The figures behind the chart, newest first. A period without figures has words in its last column and no number anywhere.
 *
 * The table may be wider than a phone: it scrolls inside a region that can be focused, so that the keyboard scrolls it too.
 */
export function TrendTable({ rows, caption, signalsSought }: TrendTableProps) {
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
              {COLUMNS.map((column) => (
                <th key={column} scope="col" data-text={TEXT_COLUMNS.includes(column) || undefined}>
                  {t(`table.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map((row) => (
              <TrendTableRow key={row.key} row={row} signalsSought={signalsSought} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function TrendTableRow({ row, signalsSought }: { readonly row: TrendRow; readonly signalsSought: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { figure } = row;
  const none = t('table.none');
  const signal = figure.state === 'shown' && figure.signal !== null ? figure.signal : null;
  const signalWords = figure.state === 'shown' && signalsSought ? t(`signal.${signal ?? 'none'}`) : none;
  return (
    <tr data-state={figure.state} data-signal={signal ?? undefined}>
      <th scope="row">{periodLabel(row.from, row.through, language)}</th>
      {numbersOf(figure, language).map((number, index) => (
        <td key={COLUMNS[index + 1]}>{number ?? none}</td>
      ))}
      <td data-text>{signalWords}</td>
      <td data-text>{t(`state.${figure.state}`)}</td>
    </tr>
  );
}

/** The six columns of numbers, null where there is none. */
function numbersOf(figure: TrendFigure, language: Language): readonly (string | null)[] {
  switch (figure.state) {
    case 'withheld':
    case 'absent':
      return [null, null, null, null, null, null];
    case 'shown': {
      const { numerator, denominator, share, reflections, lower, upper } = figure;
      const [noticed, considered, n] = [numerator, denominator, reflections].map((count) => formatNumber(count, language));
      const [shareWords, lowerWords, upperWords] = [share, lower, upper].map((value) => (value === null ? null : formatShare(value, language)));
      return [noticed, considered, shareWords, n, lowerWords, upperWords].map((words) => words ?? null);
    }
    default:
      return assertNever(figure, 'figure');
  }
}
