import type { FieldRule, FormFaultCode } from './field-rule.js';
import { isPitfallCode, PITFALL_CODES, PITFALLS, type NoticedPitfall, type PitfallCatalogue } from '../role-model/pitfall.js';

/**
 * Reads the pitfalls of a reflection: `CODE` or `CODE:SUBTYPE`, separated by `|`.
 *
 * `NONE` reads as an empty list: pitfalls were considered and none was noticed. An empty cell never gets here:
 * it means that pitfalls were not filled in, which is not the same. Pitfalls come out in the order of the model.
 *
 * @param pitfalls where the sub-types are looked up.
 */
export function noticedPitfalls(pitfalls: PitfallCatalogue = PITFALLS): FieldRule<readonly NoticedPitfall[]> {
  return {
    expected: 'NONE, or pitfall codes with at most one sub-type each (CODE:SUBTYPE), separated by |, each at most once',
    form: { kind: 'pitfalls' },
    read: (text) => {
      const parts = partsOf(text);
      if (parts.length === 1 && parts[0] === 'NONE') return [];
      const noticed = parts.map((part) => readPitfall(part, pitfalls));
      const known = noticed.filter((pitfall) => pitfall !== null);
      const distinct = new Set(known.map((item) => item.pitfall));
      if (known.length !== parts.length || distinct.size !== known.length) return null;
      return PITFALL_CODES.flatMap((code) => known.filter((item) => item.pitfall === code));
    },
    faultOf: (text) => faultOf(partsOf(text), pitfalls),
  };
}

function partsOf(text: string): readonly string[] {
  return text.toUpperCase().split('|').map((part) => part.trim());
}

/** The first thing wrong with the parts, from the plainest on. */
function faultOf(parts: readonly string[], pitfalls: PitfallCatalogue): FormFaultCode {
  if (parts.includes('NONE')) return 'NONE_WITH_OTHERS';
  if (parts.some((part) => !isPitfallCode(part.split(':')[0] ?? ''))) return 'UNKNOWN_CODE';
  return parts.some((part) => readPitfall(part, pitfalls) === null) ? 'UNKNOWN_SUBTYPE' : 'NAMED_TWICE';
}

function readPitfall(text: string, pitfalls: PitfallCatalogue): NoticedPitfall | null {
  const [code = '', subtype = null, ...rest] = text.split(':');
  if (rest.length > 0 || !isPitfallCode(code)) return null;
  if (subtype === null) return { pitfall: code, subtype: null };
  return Object.hasOwn(pitfalls[code].subtypes, subtype) ? { pitfall: code, subtype } : null;
}
