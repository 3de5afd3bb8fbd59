import type { ReflectionShare } from '@rolvast/domain';
import type { SharePoint } from './published-share.js';
import type { SyntheticReflection, SyntheticTeam } from './synthetic-team.js';

/** What survey tools ask before they show a figure. */
const PLAIN_THRESHOLD = 5;

/** The reflections of a team in each stretch of `length` months, by the month they are about, whenever they came in. */
export function inStretches({ reflections }: SyntheticTeam, months: number, length: number): readonly (readonly SyntheticReflection[])[] {
  const stretches = Array.from({ length: Math.ceil(months / length) }, (): SyntheticReflection[] => []);
  for (const one of reflections) stretches[Math.floor(one.month / length)]?.push(one);
  return stretches;
}

/** Whether a plain threshold on professionals shows a stretch. */
export function passesThreshold(reflections: readonly SyntheticReflection[]): boolean {
  return new Set(reflections.map(({ contributor }) => contributor)).size >= PLAIN_THRESHOLD;
}

/** The exact count of what a measure posts. */
export function exactPoint({ posted, denominator }: ReflectionShare, reflections: readonly SyntheticReflection[]): SharePoint {
  const counted = (counts: ReflectionShare['posted']['counts']) => reflections.filter(({ reflection }) => counts(reflection)).length;
  return { events: counted(posted.counts), trials: counted(denominator.counts) };
}
