/** One part of a breakdown, as one place posted it. */
export interface PostedPart {
  readonly placeId: number;
  readonly categories: readonly string[];
  /** n; null where it is not told. */
  readonly reflections: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly hours: Readonly<Record<string, number>>;
}

/** A part with the places it was added up over. */
export interface AddedPart extends Omit<PostedPart, 'placeId'> {
  readonly places: number;
}

/**
 * Adds up parts with the same label over places; nothing is divided anew, so categories that went together in one place and not in another stay
 * apart.
 *
 * A count is given for a label only when every place with that label posted it: the sum of some would say nothing about the label.
 *
 * @param codes every category in the order of its list; parts come in the order of their first one.
 */
export function addUpParts(parts: readonly PostedPart[], codes: readonly string[]): readonly AddedPart[] {
  const byLabel = new Map<string, PostedPart[]>();
  for (const part of parts) {
    const label = part.categories.join(' ');
    const own = byLabel.get(label);
    if (own === undefined) byLabel.set(label, [part]);
    else own.push(part);
  }
  return [...byLabel.values()].map(addUp).sort((one, other) => compare(placesIn(one, codes), placesIn(other, codes)));
}

function addUp(parts: readonly PostedPart[]): AddedPart {
  const sizes = parts.flatMap(({ reflections }) => (reflections === null ? [] : [reflections]));
  return {
    categories: parts[0]?.categories ?? [],
    reflections: sizes.length === parts.length ? sumOf(sizes) : null,
    counts: sumByKey(parts.map(({ counts }) => counts)),
    hours: sumByKey(parts.map(({ hours }) => hours)),
    places: parts.length,
  };
}

function sumByKey(all: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const keys = Object.keys(all[0] ?? {}).filter((key) => all.every((one) => Object.hasOwn(one, key)));
  return Object.fromEntries(keys.map((key) => [key, sumOf(all.map((one) => one[key] ?? 0))]));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function placesIn({ categories }: AddedPart, codes: readonly string[]): readonly number[] {
  return categories.map((code) => codes.indexOf(code));
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((place, index) => place !== other[index]);
  return at === -1 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1);
}
