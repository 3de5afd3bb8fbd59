import { describe, expect, it } from '@jest/globals';
import { parseMappingFile, toSourceMapping } from './mapping-file.js';

const TEAMS = new Set(['noord']);
const MAPPING = {
  columns: { 'Registratienr.': 'reflection_id', Medewerker: 'Professional' },
  values: { team: { 'Ambulant 1': 'noord' }, legal_frame: { Vrijwillig: 'voluntary' }, pitfalls: { Geheim: 'SECRECY', Geen: 'NONE' }, role_taking: { goed: '4' }, child_seen: { ja: 'yes' } },
};

function faultsOf(content: unknown): string {
  const parsed = parseMappingFile(typeof content === 'string' ? content : JSON.stringify(content), TEAMS);
  return parsed.ok ? '' : parsed.fault.message.replace('The mapping file is not right: ', '').replace('. Nothing was changed.', '');
}

describe('parseMappingFile', () => {
  it('reads columns and values of a source, whatever the case of their letters', () => {
    expect(parseMappingFile(`\uFEFF${JSON.stringify(MAPPING)}`, TEAMS)).toEqual({
      ok: true,
      value: {
        file: 'reflections',
        mapping: {
          columns: { 'registratienr.': 'reflection_id', medewerker: 'professional' },
          values: { team: { 'ambulant 1': 'noord' }, legal_frame: { vrijwillig: 'voluntary' }, pitfalls: { geheim: 'SECRECY', geen: 'NONE' }, role_taking: { goed: '4' }, child_seen: { ja: 'yes' } },
        },
      },
    });
  });

  it('reads a mapping of support sessions, and one of nothing', () => {
    expect(parseMappingFile('{"file":"support-sessions","values":{"kind":{"intervisie":"intervision"}}}', TEAMS)).toMatchObject({ ok: true, value: { file: 'support-sessions' } });
    expect(parseMappingFile('{}', TEAMS)).toEqual({ ok: true, value: { file: 'reflections', mapping: { columns: {}, values: {} } } });
  });

  it('survives being stored', () => {
    const parsed = parseMappingFile(JSON.stringify(MAPPING), TEAMS);
    if (!parsed.ok) throw new Error(parsed.fault.message);
    const mapping = toSourceMapping(parsed.value.mapping);
    expect(mapping.columns.get('medewerker')).toBe('professional');
    expect(mapping.values.get('team')?.get('ambulant 1')).toBe('noord');
  });

  it.each<[string, unknown, string]>([
    ['what is no JSON', '{', 'it is no JSON'],
    ['a list', [], 'it must be an object in braces'],
    ['an unknown part', { colums: {} }, '"colums" is not a part of a mapping; there are file, columns and values'],
    ['an unknown kind of file', { file: 'notes' }, 'file: must be one of reflections, support-sessions'],
    ['columns that are no object', { columns: ['a'] }, 'columns: must be an object in braces'],
    ['a column that leads to no text', { columns: { a: 7 } }, 'columns."a": must be a text'],
    ['a column that leads nowhere', { columns: { Notitie: 'remarks' } }, 'columns."Notitie": "remarks" is not a column of reflections'],
    ['two columns that lead to one', { columns: { a: 'case', b: 'case' } }, 'columns."b": another column leads to case already'],
    ['one column twice', { columns: { a: 'case', A: 'team' } }, 'columns."A": occurs twice'],
    ['values of an unknown column', { values: { note: {} } }, 'values."note": is not a column of reflections'],
    ['values of a reference', { values: { professional: { a: 'b' } } }, "values.professional: its values are no codes and can't be translated"],
    ['values of a date', { values: { reflected_on: { a: '2026-01-01' } } }, "values.reflected_on: its values are no codes and can't be translated"],
    ['an unknown code', { values: { legal_frame: { vrijwillig: 'free' } } }, 'values.legal_frame."vrijwillig": "free" is not a code of legal_frame'],
    ['an unknown team', { values: { team: { a: 'zuid' } } }, 'values.team."a": "zuid" is not a code of team'],
    ['one value twice', { values: { status: { A: 'final', a: 'withdrawn' } } }, 'values.status."a": occurs twice'],
    ['__proto__', '{"columns":{"__proto__":"case"}}', 'columns."__proto__": can\'t be a name in a mapping'],
  ])('refuses %s with its place', (_, content, fault) => {
    expect(faultsOf(content)).toBe(fault);
  });

  it('lists ten faults and counts the rest', () => {
    const columns = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`a${index}`, 'nowhere']));
    expect(faultsOf({ columns }).split('; ')).toHaveLength(11);
    expect(faultsOf({ columns })).toMatch(/and 2 more$/);
  });
});
