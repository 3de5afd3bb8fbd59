import { shareFigure, type Language } from '@rolvast/domain';
import type { TFunction } from 'i18next';
import type { BesideTrend } from './to-beside';

/** The whole organisation in words, over all shown periods together. */
export function besideWords({ total }: BesideTrend, t: TFunction, language: Language): string {
  if (total === null) return t('overview.organisationNone');
  return t('overview.organisationWords', { figure: shareFigure({ state: 'shown', ...total }, 'reflections', language) });
}
