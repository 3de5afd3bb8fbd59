import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { formatNumber } from '../../shared/format/format-number';
import { countOf, percentOf, shareOf } from './cell-words';
import type { QuarterFigure } from './to-overview';
import styles from './figure-list.module.css';

interface ProfileDrawingProps {
  readonly ref: Ref<SVGSVGElement>;
  readonly figures: readonly QuarterFigure[];
  readonly nameOf: (measure: string) => string;
  readonly fullAt: number;
}

const [WIDTH, ROW, NAMES, BAR] = [860, 28, 440, 200];

/** The profile as one drawing, to be kept as a picture. It is not seen on the page, where the list says the same. */
export function ProfileDrawing({ ref, figures, nameOf, fullAt }: ProfileDrawingProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={styles.unseen} aria-hidden="true">
      <svg ref={ref} width={WIDTH} height={figures.length * ROW}>
        {figures.map((figure, index) => {
          const share = shareOf(figure.cell);
          const y = index * ROW + ROW / 2;
          const told = figure.cell.state === 'shown' ? t('overview.of', { told: countOf(figure.cell, language), n: formatNumber(figure.cell.denominator, language) }) : t(`state.${figure.cell.state}`);
          return (
            <g key={figure.measure}>
              <text className={styles.drawnWord} x={0} y={y + 4}>
                {nameOf(figure.measure)}
              </text>
              {share !== null && <rect className={styles.fill} x={NAMES} y={y - 6} width={(BAR * share) / fullAt} height={12} />}
              <text className={styles.drawnWord} x={NAMES + BAR + 16} y={y + 4}>
                {[told, percentOf(figure, language)].filter(Boolean).join(' · ')}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
