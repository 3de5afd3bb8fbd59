import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPath } from '../../testing/import-path.js';
import { organisationFile, writeText } from '../../testing/reflection-rows.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { LoadOrganisationService } from '../organisation/load-organisation.service.js';
import { SourcesService } from './sources.service.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('2026-06-20T12:00:00Z');
  for (const code of ['one', 'other']) await test.app.get(LoadOrganisationService).load(organisationFile(code, [{ code: 'team-a' }]));
});
afterAll(() => test.close());

const service = (): SourcesService => test.app.get(SourcesService);
const MAPPING = JSON.stringify({ columns: { Nummer: 'reflection_id', Medewerker: 'professional', Dossier: 'case', Datum: 'reflected_on' }, values: { team: { 'A-team': 'team-a' } } });

async function importAs(source: string | null, text: string): ReturnType<typeof importPath> {
  return importPath(test.app, await writeText(text), 'one', source);
}

describe('the sources of an organisation', () => {
  it('are saved with their mapping, changed one thing at a time, and listed by code', async () => {
    expect(await service().save('one', 'epd', [MAPPING], null)).toEqual({ ok: true, value: { code: 'epd', hasOwnNumbering: false, mapped: ['reflections'] } });
    expect(await service().save('one', 'epd', [], true)).toEqual({ ok: true, value: { code: 'epd', hasOwnNumbering: true, mapped: ['reflections'] } });
    expect(await service().save('one', 'epd', ['{"file":"support-sessions"}'], null)).toMatchObject({ value: { hasOwnNumbering: true, mapped: ['reflections', 'support-sessions'] } });
    await service().save('one', 'agenda', [], null);
    expect(await service().list('one')).toMatchObject({ ok: true, value: [{ code: 'agenda' }, { code: 'epd' }] });
    expect(await service().list('other')).toEqual({ ok: true, value: [] });
  });

  it('are read with their mapping and their own numbering', async () => {
    await service().save('one', 'mapped', [MAPPING], null);
    const text = 'Nummer;Team;Medewerker;Dossier;Datum\nN-1;A-Team;M;111222333;05-01-2026\nN-2;A-Team;M;D;05-01-2026\nN-3;A-Team;M;D;05-01-2026\n';
    expect(await importAs('mapped', text)).toMatchObject({ ok: true, value: { accepted: 2, rejections: [{ line: 2, column: 'case', rule: 'REFERENCE_IS_BSN' }] } });
    await service().save('one', 'mapped', [], true);
    expect(await importAs('mapped', text)).toMatchObject({ ok: true, value: { accepted: 1, unchanged: 2, rejected: 0 } });
  });

  it('store nothing of a file whose own numbering is not believable', async () => {
    await service().save('one', 'doubted', [], true);
    const rows = Array.from({ length: 5 }, (_, index) => `D-${index};team-a;111222333;D;2026-01-05`);
    expect(await importAs('doubted', `reflection_id;team;professional;case;reflected_on\n${rows.join('\n')}\n`)).toMatchObject({ ok: false, fault: { code: 'OWN_NUMBERING_DOUBTED' } });
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['an organisation that does not exist', () => service().save('nobody', 'epd', [], null), 'UNKNOWN_ORGANISATION'],
    ['a code with capitals', () => service().save('one', 'EPD', [], null), 'SOURCE_CODE'],
    ['a mapping to an unknown team', () => service().save('one', 'bad', ['{"values":{"team":{"a":"team-z"}}}'], null), 'MAPPING_FILE'],
    ['a source that was not registered', () => service().settingsOf('one', 'nowhere'), 'UNKNOWN_SOURCE'],
    ['a source of another organisation', () => service().settingsOf('other', 'epd'), 'UNKNOWN_SOURCE'],
  ])('refuse %s', async (_, ask, code) => {
    expect(await ask()).toMatchObject({ ok: false, fault: { code } });
  });
});
