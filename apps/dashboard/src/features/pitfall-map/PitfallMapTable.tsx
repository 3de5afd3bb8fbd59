import { bandForm, periodLabel, type Language } from '@rolvast/domain';
import type { TFunction } from 'i18next';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwnChange } from '../../graphql/generated/graphql';
import { useLanguage } from '../../i18n/use-language';
import { formatNumber } from '../../shared/format/format-number';
import { ChangeSign } from './ChangeSign';
import type { MapCell, MapColumn, MappedPitfalls } from './to-map-rows';
import styles from './pitfall-map.module.css';

interface PitfallMapTableProps {
  readonly map: MappedPitfalls;
  /** Where a unit's course of one measure is shown. */
  readonly addressOf: (unit: string, measure: string) => string;
}

/** More rows than this scroll under their heads. */
const MOST_ROWS_AT_ONCE = 14;

/** Units by name and the ten pitfalls. It scrolls inside its own region; names and heads stay in sight. */
export function PitfallMapTable({ map, addressOf }: PitfallMapTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const captionId = useId();
  return (
    <>
      <p className={styles.caption} id={captionId}>
        {t('map.caption', { period: periodLabel(map.from, map.through, language) })}
      </p>
      <div className={styles.scroll} data-long={map.rows.length > MOST_ROWS_AT_ONCE || undefined} role="region" aria-labelledby={captionId} tabIndex={0}>
        <table className={styles.table} aria-labelledby={captionId}>
          <thead>
            <tr>
              <th scope="col">{t('compare.column.team')}</th>
              {map.columns.map((column) => (
                <ColumnHead key={column.measure} column={column} language={language} />
              ))}
            </tr>
          </thead>
          <tbody>
            {map.rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, index) => {
                  const column = map.columns[index];
                  return column === undefined ? null : <Cell key={column.measure} cell={cell} to={addressOf(row.code, column.measure)} words={t('map.open', { pitfall: column.name[language], team: row.name })} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function ColumnHead({ column, language }: { readonly column: MapColumn; readonly language: Language }) {
  const belongs = [column.rolePart, ...column.principles].map((name) => name[language].toLowerCase()).join(', ');
  return (
    <th scope="col">
      <span className={styles.pitfall}>{column.name[language]}</span>
      <span className={styles.belongs}>{belongs}</span>
      {column.isBand && <span className={styles.belongs}>{periodLabel(column.from, column.through, language)}</span>}
    </th>
  );
}

interface CellProps {
  readonly cell: MapCell;
  readonly to: string;
  /** What the link opens. */
  readonly words: string;
}

function Cell({ cell, to, words }: CellProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const figure = figureOf(cell, t, language);
  return (
    <td data-kind={cell.kind} data-change={cell.kind === 'change' ? cell.change : undefined}>
      {figure === null ? (
        <span className={styles.state}>{stateOf(cell, t)}</span>
      ) : (
        <Link className={styles.cell} to={to} aria-label={`${stateOf(cell, t)}, ${figure}. ${words}`}>
          {cell.kind === 'change' && (
            <span className={styles.change}>
              <ChangeSign change={cell.change} />
              {isSpoken(cell.change) && stateOf(cell, t)}
            </span>
          )}
          <span className={styles.figure}>{figure}</span>
        </Link>
      )}
    </td>
  );
}

/** Whether the words stand in the cell too; the quiet signs speak by the key above, so that a change catches the eye. */
function isSpoken(change: OwnChange): boolean {
  return change === 'MORE' || change === 'FEWER';
}

/** Always with its n; null where there is nothing to count. */
function figureOf(cell: MapCell, t: TFunction, language: Language): string | null {
  switch (cell.kind) {
    case 'change':
      return t('map.figure', { part: cell.band === null ? formatNumber(cell.numerator, language) : bandForm(cell.band, language), of: formatNumber(cell.denominator, language) });
    case 'rare':
      return t('map.figure', { part: bandForm(cell.band, language), of: formatNumber(cell.denominator, language) });
    case 'not-asked':
    case 'withheld':
    case 'absent':
    case 'not-there':
      return null;
  }
}

function stateOf(cell: MapCell, t: TFunction): string {
  switch (cell.kind) {
    case 'change':
      return t(`map.change.${cell.change}`);
    case 'rare':
      return t('map.rare');
    case 'not-asked':
      return t('map.notAsked');
    case 'withheld':
    case 'absent':
      return t(`state.${cell.kind}`);
    case 'not-there':
      return t('map.notThere');
  }
}
