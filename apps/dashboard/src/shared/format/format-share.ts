import { sharePercent } from '@rolvast/domain';

/** A share in [0, 1] as whole percents, written as in every sentence: '38 %'. */
export function formatShare(share: number): string {
  return sharePercent(share, 1);
}
