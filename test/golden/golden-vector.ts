import { z } from 'zod';

/** What a field may differ by where the vector does not say. */
const USUAL_TOLERANCE = 1e-9;

/** One golden vector: what an outside reference answered to an input. */
export const goldenVectorSchema = z.object({
  name: z.string(),
  source: z.string(),
  input: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()),
  tolerance: z.union([z.number(), z.record(z.string(), z.number())]).default(USUAL_TOLERANCE),
});

export type GoldenVector = z.infer<typeof goldenVectorSchema>;

/**
 * How one kind of vector is put to the library.
 *
 * `answers` looks at the vector's own content, never at its name, and gives null when the vector is of another kind; the
 * answer holds a value for every field that the vector expects.
 */
export interface Recipe {
  readonly kind: string;
  readonly answers: (vector: GoldenVector) => Readonly<Record<string, unknown>> | null;
}

export type Verdict = { readonly state: 'pass' } | { readonly state: 'fail'; readonly difference: string } | { readonly state: 'unsupported' };

/** Puts a vector to the first recipe that knows its kind and compares every expected field. */
export function judge(vector: GoldenVector, recipes: readonly Recipe[]): Verdict {
  for (const recipe of recipes) {
    const answer = recipe.answers(vector);
    if (answer === null) continue;
    const difference = firstDifference(vector, answer);
    return difference === null ? { state: 'pass' } : { state: 'fail', difference };
  }
  return { state: 'unsupported' };
}

function firstDifference({ expected, tolerance }: GoldenVector, answer: Readonly<Record<string, unknown>>): string | null {
  for (const [field, wanted] of Object.entries(expected)) {
    const difference = differenceAt(field, wanted, answer[field], toleranceOf(field, tolerance));
    if (difference !== null) return difference;
  }
  return null;
}

/** A field's own tolerance, that of its beginning (`exp_for` covers `exp_for_lower95`), or the default. */
function toleranceOf(field: string, tolerance: GoldenVector['tolerance']): number {
  if (typeof tolerance === 'number') return tolerance;
  const own = Object.keys(tolerance).filter((key) => key !== 'default' && field.startsWith(key)).sort((one, other) => other.length - one.length)[0];
  return tolerance[own ?? 'default'] ?? USUAL_TOLERANCE;
}

/**
 * The first place where two values differ; numbers differ by more than `tolerance`, absolute up to 1 and relative above. A
 * list of one and its only item are the same, because R has no values that are not lists.
 */
function differenceAt(place: string, wanted: unknown, found: unknown, tolerance: number): string | null {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(found) && found !== undefined && wanted.length === 1) return differenceAt(place, wanted[0], found, tolerance);
    if (!Array.isArray(found) || found.length !== wanted.length) return `${place}: expected ${wanted.length} values, found ${Array.isArray(found) ? found.length : text(found)}`;
    const items: readonly unknown[] = found;
    return firstOf(wanted.map((item: unknown, index) => () => differenceAt(`${place}[${index}]`, item, items[index], tolerance)));
  }
  if (Array.isArray(found) && found.length === 1) return differenceAt(place, wanted, found[0], tolerance);
  if (typeof wanted === 'object' && wanted !== null) {
    const inner = typeof found === 'object' && found !== null ? Object.fromEntries(Object.entries(found)) : {};
    return firstOf(Object.entries(wanted).map(([key, item]) => () => differenceAt(`${place}.${key}`, item, inner[key], tolerance)));
  }
  if (typeof wanted === 'number' && typeof found === 'number' && Math.abs(wanted - found) <= tolerance * Math.max(1, Math.abs(wanted))) return null;
  return wanted === found ? null : `${place}: expected ${text(wanted)}, found ${text(found)}`;
}

function firstOf(checks: readonly (() => string | null)[]): string | null {
  for (const check of checks) {
    const difference = check();
    if (difference !== null) return difference;
  }
  return null;
}

function text(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
