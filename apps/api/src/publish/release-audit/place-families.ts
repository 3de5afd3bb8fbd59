import { CATALOGUE, fieldKeysOf, findBreakdowns, type FieldShare } from '@rolvast/domain';
import { ALL_QUESTIONS, characteristic, LISTS, QUESTIONS, type Family } from './unit-attack.js';

const MINORS = characteristic('minorsInvolved:true');
const ANY = characteristic('noticed:any');
const UNIT_NAMES = new Set(QUESTIONS.map(({ name }) => name));
const FIELD_KEYS = new Set(CATALOGUE.filter((measure): measure is FieldShare => measure.kind === 'field-share').flatMap((measure) => Object.values(fieldKeysOf(measure))));

/** Questions that only places wider than a unit post themselves; the rare ones are posted by both. */
const WIDE_QUESTIONS = ALL_QUESTIONS.filter(({ name }) => !UNIT_NAMES.has(name) && !FIELD_KEYS.has(name));
const RARE = CATALOGUE.flatMap((measure) => (measure.kind === 'reflection-share' && measure.isRare && measure.over === 'block' ? [characteristic(measure.numerator.key)] : []));
const FIELDS = ALL_QUESTIONS.filter(({ name }) => FIELD_KEYS.has(name));
/** The lists that divide what was noticed, each with the count that it divides. */
const FORMS = findBreakdowns()
  .filter(({ grain, appliesTo }) => grain.place !== 'team' && appliesTo === 'of')
  .map(({ code, of }): Family => [characteristic(of.key), characteristic(code)]);

/**
 * What is attacked together over all places: everything that a region or the organisation posts or divides, each with what units
 * posted about the same and, by turns, with one list of the units.
 */
export function placeFamilies(turn: number): readonly Family[] {
  const list = LISTS[turn % LISTS.length];
  const form = FORMS[turn % FORMS.length];
  if (list === undefined || form === undefined) return [];
  return [...FORMS, [ANY, ...form], ...[...WIDE_QUESTIONS, ...RARE].flatMap((one): readonly Family[] => [[one, MINORS], [one, list]]), ...RARE.map((one): Family => [ANY, one])];
}

/** What is posted about fields, with the characteristic that decides how many can be asked: many cells, and slow. */
export const FIELD_FAMILY: Family = [...FIELDS, MINORS];
