import { bandForm, periodLabel, ratioForm, type Language } from '@rolvast/domain';
import type { TFunction } from 'i18next';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { formatNumber } from '../../shared/format/format-number';
import { formatShare } from '../../shared/format/format-share';
import type { ComparedUnit, ComparedUnits } from './to-compared-units';
import styles from './comparison-table.module.css';

interface ComparisonTableProps {
  readonly comparison: ComparedUnits;
  readonly measureName: string;
}

/** The figures behind the funnel, by name. A unit without a figure has words and no number anywhere; the table scrolls inside its own region. */
export function ComparisonTable({ comparison, measureName }: ComparisonTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const captionId = useId();
  const { units, allowingFor, from, through } = comparison;
  return (
    <div className={styles.block}>
      <p className={styles.caption} id={captionId}>
        {t('compare.tableCaption', { measure: measureName, period: periodLabel(from, through, language) })}
      </p>
      <div className={styles.scroll} role="region" aria-labelledby={captionId} tabIndex={0}>
        <table className={styles.table} aria-labelledby={captionId}>
          <thead>
            <tr>
              <th scope="col">{t('compare.column.team')}</th>
              <th scope="col">{t('table.count')}</th>
              <th scope="col">{t('table.of')}</th>
              <th scope="col">{t('table.share')}</th>
              <th scope="col">{t('table.reflections')}</th>
              <th scope="col">{t('compare.column.lines')}</th>
              {allowingFor !== null && <th scope="col">{t('compare.column.ratio', { breakdown: allowingFor.name[language].toLowerCase() })}</th>}
              <th scope="col" data-text>
                {t('compare.column.place')}
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <UnitRow key={unit.code} unit={unit} from={from} through={through} withRatio={allowingFor !== null} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

interface UnitRowProps extends Pick<ComparedUnits, 'from' | 'through'> {
  readonly unit: ComparedUnit;
  readonly withRatio: boolean;
}

function UnitRow({ unit, from, through, withRatio }: UnitRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, figure, heldFrom, ratio } = unit;
  const none = t('table.none');
  return (
    <tr data-state={figure.state} data-outside={figure.state === 'shown' && figure.place !== null && figure.place.position !== 'INSIDE' ? true : undefined}>
      <th scope="row">
        {name}
        {figure.state === 'shown' && heldFrom < from && <span className={styles.held}>{periodLabel(heldFrom, through, language)}</span>}
      </th>
      {numbersOf(unit, language).map((words, index) => (
        <td key={index}>{words ?? none}</td>
      ))}
      {withRatio && <td>{figure.state !== 'shown' ? none : ratio === null ? t('compare.notAvailable') : ratioForm(ratio, language)}</td>}
      <td data-text>{placeWords(unit, t)}</td>
    </tr>
  );
}

/** Count, of, share, n and lines; null where there is none. */
function numbersOf({ figure }: ComparedUnit, language: Language): readonly (string | null)[] {
  if (figure.state !== 'shown') return [null, null, null, null, null];
  const { numerator, denominator, reflections, band, share, place } = figure;
  return [
    band === null ? formatNumber(numerator, language) : bandForm(band, language),
    formatNumber(denominator, language),
    band !== null || share === null ? null : formatShare(share, language),
    formatNumber(reflections, language),
    place === null ? null : `${formatShare(place.lower, language)} – ${formatShare(place.upper, language)}`,
  ];
}

function placeWords({ figure }: ComparedUnit, t: TFunction): string {
  if (figure.state !== 'shown') return t(`state.${figure.state}`);
  if (figure.place === null) return t('compare.noLines');
  const { position, standsOut } = figure.place;
  return standsOut ? t('compare.standsOut', { position: t(`compare.position.${position}`) }) : t(`compare.position.${position}`);
}
