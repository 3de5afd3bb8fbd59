import { columnOf, PITFALL_CODES, REFLECTION_FIELD_NAMES, type NoticedPitfall, type RecordedReflection, type ReflectionField } from '@rolvast/domain';

/** A reflection as the database gives it: everything as the domain has it, but for the texts of pitfalls. */
export type StoredReflection = Omit<RecordedReflection, 'pitfalls'> & { readonly pitfalls: readonly string[] | null };

/** Columns whose type in the database the driver would hand over in another form. */
const CASTS: Partial<Record<ReflectionField, string>> = { extraHours: '::float8', discussedOn: '::text' };

/** What to select of intake.reflection for a {@link StoredReflection}. */
export const STORED_REFLECTION_COLUMNS: string = [
  'reflected_on::text AS "reflectedOn"',
  ...REFLECTION_FIELD_NAMES.map((field) => `${columnOf(field)}${CASTS[field] ?? ''} AS "${field}"`),
].join(', ');

/** The reflection that a stored row holds. */
export function toRecordedReflection({ pitfalls, ...row }: StoredReflection): RecordedReflection {
  return { ...row, pitfalls: pitfalls?.map(toNoticedPitfall) ?? null };
}

/** A stored pitfall, CODE or CODE:SUBTYPE, as the domain has it. */
export function toNoticedPitfall(text: string): NoticedPitfall {
  const [code, subtype = null] = text.split(':');
  const pitfall = PITFALL_CODES.find((known) => known === code);
  if (pitfall === undefined) throw new Error('a stored reflection has a pitfall that the model does not know');
  return { pitfall, subtype };
}
