import type { FieldRule } from './field-rule.js';
import { isPitfallCode, PITFALL_CODES, subtypesOf, type NoticedPitfall } from '../role-model/pitfall.js';

/**
 * Reads the pitfalls of a reflection: `CODE` or `CODE:SUBTYPE`, separated by `|`.
 *
 * `NONE` reads as an empty list: pitfalls were considered and none was noticed. An empty cell never gets here:
 * it means that pitfalls were not filled in, which is not the same. Pitfalls come out in the order of the model.
 */
export function noticedPitfalls(): FieldRule<readonly NoticedPitfall[]> {
  return {
    expected: 'NONE, or pitfall codes with at most one sub-type each (CODE:SUBTYPE), separated by |, each at most once',
    read: (text) => {
      const parts = text.toUpperCase().split('|').map((part) => part.trim());
      if (parts.length === 1 && parts[0] === 'NONE') return [];
      const pitfalls = parts.map(readPitfall);
      const known = pitfalls.filter((pitfall) => pitfall !== null);
      const distinct = new Set(known.map((noticed) => noticed.pitfall));
      if (known.length !== parts.length || distinct.size !== known.length) return null;
      return PITFALL_CODES.flatMap((code) => known.filter((noticed) => noticed.pitfall === code));
    },
  };
}

function readPitfall(text: string): NoticedPitfall | null {
  const [code = '', subtype = null, ...rest] = text.split(':');
  if (rest.length > 0 || !isPitfallCode(code)) return null;
  if (subtype === null) return { pitfall: code, subtype: null };
  return subtypesOf(code).includes(subtype) ? { pitfall: code, subtype } : null;
}
