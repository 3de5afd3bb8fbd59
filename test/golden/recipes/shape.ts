/** Reading the parts of a vector, whose form is only known at run time. */

/** A list of numbers, with null for what the reference had no number for; a single number counts as a list of one; null when it is none. */
export function numbersOrNull(value: unknown): readonly (number | null)[] | null {
  if (typeof value === 'number') return [value];
  if (!Array.isArray(value)) return null;
  const items: readonly unknown[] = value;
  const numbers = items.filter((item): item is number | null => item === null || typeof item === 'number');
  return numbers.length === items.length ? numbers : null;
}

/** A list of texts; a single text counts as a list of one, nothing as an empty one; null when it is something else. */
export function textsOrNull(value: unknown): readonly string[] | null {
  if (value === undefined || value === null) return [];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.filter((item) => typeof item === 'string');
  return texts.length === items.length ? texts : null;
}

/** A list of positions: nothing, one number or several. */
export function positionsOf(value: unknown): readonly number[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.filter((item) => typeof item === 'number');
}

/** A number, or null when it is none. */
export function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
