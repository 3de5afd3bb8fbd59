import type { Reflection } from '../reflection/reflection-fields.js';
import type { Wording } from '../shared/wording.js';
import { NOT_KNOWN, type Category } from './breakdown.js';

/** A label for every code that a field can hold; a code without one does not compile. */
export type Labels<Field extends keyof Reflection> = Readonly<Record<NonNullable<Reflection[Field]> & string, Wording>>;

const NOT_KNOWN_CATEGORY: Category = { code: NOT_KNOWN, name: { nl: 'niet bekend', en: 'not known' } };

/** Categories in the order of their labels, then "not known". */
export function categories(labels: Readonly<Record<string, Wording>>): readonly [Category, ...Category[]] {
  const [first, ...rest] = Object.entries(labels).map(([code, name]): Category => ({ code, name }));
  return first === undefined ? [NOT_KNOWN_CATEGORY] : [first, ...rest, NOT_KNOWN_CATEGORY];
}
