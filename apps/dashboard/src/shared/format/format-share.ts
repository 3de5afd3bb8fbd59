import { sharePercent, type Language } from '@rolvast/domain';

/** A share in [0, 1] as whole percents, written as in every sentence: '38 %' in Dutch, '38%' in English. */
export function formatShare(share: number, language: Language): string {
  return sharePercent(share, 1, language);
}
