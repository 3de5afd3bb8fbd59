import type { SpokenMeasure } from '@rolvast/domain';
import type { MeasureDefinition } from './use-measures';

const KINDS: Readonly<Record<string, SpokenMeasure['kind']>> = {
  'share-of-reflections': 'reflection-share',
  'band-of-reflections': 'reflection-share',
  'hours-per-100-reflections': 'reflection-hours',
  'share-of-fields': 'field-share',
};
const DIRECTIONS: readonly SpokenMeasure['direction'][] = ['neutral', 'up-is-better', 'down-is-better', 'none'];
const READERS: readonly SpokenMeasure['neededFirstBy'][number][] = ['team-manager', 'quality-staff', 'director', 'administrator'];

/** What a sentence about a measure depends on, from what the API says of it; null for a measure of which no figures are told. */
export function spokenMeasure({ unit, direction, readers }: MeasureDefinition): SpokenMeasure | null {
  const kind = KINDS[unit.code];
  const way = DIRECTIONS.find((one) => one === direction.code);
  const [first, ...rest] = readers.flatMap(({ code }) => READERS.find((one) => one === code) ?? []);
  return kind === undefined || way === undefined || first === undefined ? null : { kind, direction: way, neededFirstBy: [first, ...rest] };
}
