import type { Result } from '@rolvast/domain';
import { z } from 'zod';

/** One number or several: R writes a list of one as a bare number. */
export const numberListSchema = z.union([z.number(), z.array(z.number())]).transform((given) => (typeof given === 'number' ? [given] : given));

/** The item for a place, the list beginning again when it is shorter, as R does. */
export function itemAt<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % Math.max(1, items.length)];
  if (item === undefined) throw new Error('the vector has an empty list');
  return item;
}

/** The list, or its only item when the vector expects a bare value. */
export function inTheFormOf(expected: unknown, items: readonly unknown[]): unknown {
  return items.length === 1 && !Array.isArray(expected) ? items[0] : items;
}

/** The value, or an error that names the fault, which makes the vector fail. */
export function valueOf<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(`the library answers ${result.fault.code}`);
  return result.value;
}
