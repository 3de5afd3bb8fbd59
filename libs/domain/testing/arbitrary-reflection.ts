import fc from 'fast-check';
import { addDays, localDate } from '../src/period/calendar-days.js';
import type { RecordedReflection } from '../src/measure/measure.js';
import type { FieldForm } from '../src/reflection/field-rule.js';
import { parseReflection } from '../src/reflection/parse-reflection.js';
import { columnOf, REFLECTION_FIELD_NAMES, REFLECTION_FIELDS, type Reflection } from '../src/reflection/reflection-fields.js';
import { CROSS_FIELD_RULES } from '../src/reflection/reflection-rules.js';
import { PITFALL_CODES, PITFALLS, type PitfallCatalogue } from '../src/role-model/pitfall.js';

export const REFLECTED_ON = localDate(2026, 5, 4);
const TODAY = addDays(REFLECTED_ON, 100);

/** Every text that the rule of a field accepts, empty included. */
function textOf(form: FieldForm, pitfalls: PitfallCatalogue): fc.Arbitrary<string> {
  switch (form.kind) {
    case 'codes':
      return form.several ? fc.subarray([...form.codes]).map((codes) => codes.join('|')) : fc.constantFrom('', ...form.codes);
    case 'yes-or-no':
      return fc.constantFrom('', 'yes', 'no');
    case 'number':
      return fc.oneof(fc.constant(''), fc.integer({ min: form.from, max: form.to }).map(String));
    case 'date':
      return fc.oneof(fc.constant(''), fc.nat(60).map((days): string => addDays(REFLECTED_ON, days)));
    case 'pitfalls':
      return fc.oneof(fc.constantFrom('', 'NONE'), noticedTexts(pitfalls));
  }
}

function noticedTexts(pitfalls: PitfallCatalogue): fc.Arbitrary<string> {
  return fc.shuffledSubarray([...PITFALL_CODES], { minLength: 1 }).chain((codes) =>
    fc
      .tuple(...codes.map((code) => fc.constantFrom(code, ...Object.keys(pitfalls[code].subtypes).map((subtype) => `${code}:${subtype}`))))
      .map((items) => items.join('|')),
  );
}

/** Cells of a row in which each field is right by itself; rules over two fields may be broken. */
export function arbitraryCells(pitfalls: PitfallCatalogue = PITFALLS): fc.Arbitrary<Readonly<Record<string, string>>> {
  return fc.record(Object.fromEntries(REFLECTION_FIELD_NAMES.map((field) => [columnOf(field), textOf(REFLECTION_FIELDS[field].form, pitfalls)])));
}

/**
 * Answers of every kind, each right by itself; rules over two fields may be broken, as in a reflection from before such a rule.
 * A code that is added to a field is generated from then on.
 */
export function arbitraryAnswers(): fc.Arbitrary<RecordedReflection> {
  return arbitraryCells().map((cells) => {
    const values = REFLECTION_FIELD_NAMES.map((field) => {
      const text = cells[columnOf(field)] ?? '';
      return [field, text === '' ? null : REFLECTION_FIELDS[field].read(text)];
    });
    // Each value was read by the rule of its own field, which is what the type of Reflection says.
    return { ...(Object.fromEntries(values) as Reflection), reflectedOn: REFLECTED_ON };
  });
}

/**
 * Every reflection that can come in: read by the same rules, with what a rule over two fields refuses left out again.
 * A code that is added to a field is generated from then on.
 */
export function arbitraryReflection(pitfalls: PitfallCatalogue = PITFALLS): fc.Arbitrary<RecordedReflection> {
  return arbitraryCells(pitfalls).map((cells) => {
    const reflection = readWithout(cells, pitfalls);
    return { ...reflection, reflectedOn: REFLECTED_ON };
  });
}

function readWithout(cells: Readonly<Record<string, string>>, pitfalls: PitfallCatalogue): Omit<RecordedReflection, 'reflectedOn'> {
  const identity = { reflection_id: 'R-1', team: 'noord', professional: 'MW-7', case: 'G-12', reflected_on: REFLECTED_ON };
  const result = parseReflection({ ...identity, ...cells }, TODAY, pitfalls);
  if (result.ok) return result.value.reflection;
  // Empties the fields of the broken rules, and those the rules look at: hours without a reason go with it.
  const emptied = result.fault.flatMap(({ column, code }) => [column, ...lookedAtBy(column, code)]);
  return readWithout({ ...cells, ...Object.fromEntries(emptied.map((column) => [column, ''])) }, pitfalls);
}

function lookedAtBy(column: string, code: string): readonly string[] {
  if (code !== 'REQUIRED_WITH') return [];
  return CROSS_FIELD_RULES.filter((rule) => columnOf(rule.field) === column && rule.code === code).flatMap(({ looksAt }) => (looksAt === null ? [] : [columnOf(looksAt)]));
}
