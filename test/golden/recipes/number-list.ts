import type { Result } from '@rolvast/domain';
import { z } from 'zod';

/** A list of items, of which R writes a list of one as a bare item. */
function listSchema<Item>(item: z.ZodType<Item>) {
  return z.union([item.transform((only): Item[] => [only]), z.array(item)]);
}

/** One number or several. */
export const numberListSchema = listSchema(z.number());

/** One number or several, null for what the reference had no number for. */
export const gappedListSchema = listSchema(z.number().nullable());

/** One code or several, as of teams. */
export const codeListSchema = listSchema(z.union([z.string(), z.number()]));

/** An option of a reference: what it takes by itself when it is not there, or null. */
export function optionSchema<Option>(option: z.ZodType<Option>, usual: Option) {
  return option.nullish().transform((given): Option => given ?? usual);
}

/**
 * The codes once each, in the order in which the vector expects them: R sorts names by the language of the machine that
 * made the vector. In the order of their characters when the vector names none.
 *
 * @returns what to look rows up by.
 */
export function codesInOrder(codes: readonly (string | number)[], expected: unknown): readonly (string | number)[] {
  const once = [...new Set(codes)].sort((one, other) => (one < other ? -1 : 1));
  const listed = codeListSchema.safeParse(expected);
  if (!listed.success) return once;
  const places = new Map(listed.data.map((code, place) => [String(code), place]));
  return once.toSorted((one, other) => (places.get(String(one)) ?? 0) - (places.get(String(other)) ?? 0));
}

/** The code as the vector writes it: a name of digits is a text there, or a number. */
export function codesAsWritten(codes: readonly (string | number)[], expected: unknown): readonly (string | number)[] {
  const listed = codeListSchema.safeParse(expected);
  return listed.success && listed.data.every((code) => typeof code === 'string') ? codes.map(String) : codes;
}

/** The item for a place, the list beginning again when it is shorter, as R does. */
export function itemAt<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % Math.max(1, items.length)];
  if (item === undefined) throw new Error('the vector has an empty list');
  return item;
}

/** The value, or an error that names the fault, which makes the vector fail. */
export function valueOf<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(`the library answers ${result.fault.code}`);
  return result.value;
}
