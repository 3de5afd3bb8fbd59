import { REFLECTION_FIELD_NAMES, type Reflection, type ReflectionField } from './reflection-fields.js';
import { CROSS_FIELD_RULES } from './reflection-rules.js';

/**
 * The fields that could be asked in a reflection: all, except those that may only be filled in under a condition that does not
 * hold. Whether powerlessness was acknowledged is no question where none was felt; an empty field that could be asked is.
 */
export function askableFields(reflection: Reflection): readonly ReflectionField[] {
  return REFLECTION_FIELD_NAMES.filter((field) => CROSS_FIELD_RULES.every((rule) => rule.field !== field || rule.isAsked(reflection)));
}

/** Those of the askable fields that were filled in, NONE and "no" included. */
export function answeredFields(reflection: Reflection): readonly ReflectionField[] {
  return askableFields(reflection).filter((field) => reflection[field] !== null);
}
