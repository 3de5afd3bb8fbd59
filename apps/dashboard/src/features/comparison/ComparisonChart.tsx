import { shareFigure, type Language } from '@rolvast/domain';
import type { TFunction } from 'i18next';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { FunnelPosition } from '../../graphql/generated/graphql';
import { useLanguage } from '../../i18n/use-language';
import { ChartFrame } from '../../shared/charts/ChartFrame';
import { FunnelLegend } from '../../shared/charts/FunnelLegend';
import type { FunnelSide, FunnelUnit } from '../../shared/charts/funnel-unit';
import { formatShare } from '../../shared/format/format-share';
import { loadFunnelChart } from './load-funnel-chart';
import type { ComparedUnit, ComparedUnits } from './to-compared-units';

/** Fetched apart: the words and the table don't wait for the drawing library. */
const FunnelChart = lazy(async () => ({ default: (await loadFunnelChart()).FunnelChart }));

const SIDES: Readonly<Record<FunnelPosition, FunnelSide>> = { ABOVE_998: 'above-998', ABOVE_95: 'above-95', INSIDE: 'inside', BELOW_95: 'below-95', BELOW_998: 'below-998' };

interface ComparisonChartProps {
  readonly comparison: ComparedUnits;
  readonly funnel: NonNullable<ComparedUnits['funnel']>;
  readonly measureName: string;
  readonly counted: 'reflections' | 'fields';
}

/** The funnel of a comparison, with its key. Names stand beside the own units, or beside those outside the lines; the table has them all. */
export function ComparisonChart({ comparison, funnel, measureName, counted }: ComparisonChartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const units = comparison.units.flatMap((unit) => toFunnelUnit(unit, comparison.isPartOfPlace, describeUnit(unit, counted, t, language)));
  return (
    <>
      <ChartFrame>
        {(size) => (
          <FunnelChart
            {...size}
            units={units}
            curves={funnel}
            language={language}
            label={t('compare.chart', { measure: measureName })}
            description={t('compare.chartDescription')}
            hint={t('compare.chartHint')}
            sizeLabel={t('compare.size')}
          />
        )}
      </ChartFrame>
      <FunnelLegend
        units={units}
        words={{
          label: t('legend.label'),
          centre: t('compare.centre', { share: formatShare(funnel.centre, language) }),
          inner: t('compare.inner'),
          outer: t('compare.outer'),
          sides: {
            inside: t('compare.team'),
            'above-95': t('compare.position.ABOVE_95'),
            'above-998': t('compare.position.ABOVE_998'),
            'below-95': t('compare.position.BELOW_95'),
            'below-998': t('compare.position.BELOW_998'),
          },
        }}
      />
    </>
  );
}

/** A unit on one line: the figure with its n, and where it lies. The words above the chart say more of those outside. */
function describeUnit({ name, figure }: ComparedUnit, counted: ComparisonChartProps['counted'], t: TFunction, language: Language): string {
  if (figure.state !== 'shown' || figure.place === null) return name;
  const { position, lower, upper } = figure.place;
  const lines = { lower: formatShare(lower, language), upper: formatShare(upper, language) };
  return t('compare.described', { team: name, figure: shareFigure(figure, counted, language), position: t(`compare.position.${position}`), ...lines });
}

function toFunnelUnit({ code, name, figure }: ComparedUnit, isOwnOnly: boolean, description: string): readonly FunnelUnit[] {
  if (figure.state !== 'shown' || figure.share === null || figure.place === null) return [];
  const side = SIDES[figure.place.position];
  return [{ key: code, name, size: figure.denominator, share: figure.share, side, isNamed: isOwnOnly || side !== 'inside', description }];
}
