import { describe, expect, it } from '@jest/globals';
import { SUPPORT_KINDS } from '../measure/support-session.js';
import { PITFALL_CODES, PITFALLS } from '../role-model/pitfall.js';
import { FORBIDDEN, OTHER_LANGUAGE } from '../wording/testing/forbidden-words.js';
import { NO_EMERGENCY_ROUTE, sessionPack, type SessionPack } from './session-pack.js';

const LANGUAGES = ['nl', 'en'] as const;

function textsOf(pack: SessionPack): string[] {
  return JSON.stringify(pack).match(/(?<=")[^"]{15,}(?=")/g) ?? [];
}

describe('sessionPack', () => {
  it.each(PITFALL_CODES)('says of %s what the pattern is, what helps, and asks about it and its part of the role', (theme) => {
    const pack = sessionPack('intervision', [theme], 'nl');
    expect(pack.themes).toMatchObject([{ name: PITFALLS[theme].name.nl, pattern: PITFALLS[theme].meaning.nl, whatHelps: PITFALLS[theme].whatHelps.nl }]);
    expect(pack.themes[0]?.questions.length).toBeGreaterThan(1);
    expect(pack.roleParts.map(({ name }) => name)).toEqual([pack.themes[0]?.rolePart]);
  });

  it('always asks about culture and about help that was not asked for, and says that it is no emergency route', () => {
    for (const kind of SUPPORT_KINDS) {
      const pack = sessionPack(kind, [], 'nl');
      expect(pack.everySession.join(' ')).toMatch(/culturele bril.*zonder te dwingen/);
      expect(pack.closing).toContain(NO_EMERGENCY_ROUTE.nl);
      expect(pack.roleParts).toHaveLength(4);
    }
  });

  it('says all of it in both languages, without a code and without a word that blames', () => {
    for (const language of LANGUAGES) {
      for (const text of textsOf(sessionPack('supervision', PITFALL_CODES, language))) {
        expect(text).not.toMatch(/[A-Z]{3,}_[A-Z]/);
        expect(text).not.toMatch(FORBIDDEN[language]);
        expect(text).not.toMatch(OTHER_LANGUAGE[language]);
      }
    }
  });

  it('holds no number but those to call in danger', () => {
    const digits = JSON.stringify(sessionPack('work_guidance', PITFALL_CODES, 'en')).match(/\d+/g);
    expect(new Set(digits)).toEqual(new Set(['112', '0800', '2000']));
  });
});
