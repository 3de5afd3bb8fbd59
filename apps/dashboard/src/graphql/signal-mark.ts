import type { SignalMark } from '@rolvast/domain/statistics';
import type { SignalMark as ApiMark } from './generated/graphql';

/** The marks of the API in the words of the domain. */
export const SIGNAL_MARKS: Readonly<Record<ApiMark, SignalMark>> = {
  ABOVE_LIMIT: 'above-limit',
  BELOW_LIMIT: 'below-limit',
  TWO_IN_THREE_ABOVE: 'two-in-three-above',
  TWO_IN_THREE_BELOW: 'two-in-three-below',
  SHIFT_ABOVE: 'shift-above',
  SHIFT_BELOW: 'shift-below',
};
