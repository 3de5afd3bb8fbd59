import { describe, expect, it } from '@jest/globals';
import { broughtToSupportSentence, supportReachSentence, supportSessionsSentence, weeksSinceSupportSentence } from './support-sentence.js';
import { shown, THIRD_QUARTER } from './testing/results.js';

const DUTY = 'Begeleiding mogelijk maken is een opdracht van de organisatie.';

describe('supportSessionsSentence', () => {
  it('says what was planned and held and who cancelled, and whose duty it is', () => {
    expect(supportSessionsSentence({ period: THIRD_QUARTER, planned: 6, held: 4, cancelledByUs: 2, cancelledByTeam: 0 }, 'nl')).toBe(
      `Momenten van begeleiding, 3e kwartaal 2026: 6 gepland, 4 gehouden, 2 afgezegd door de organisatie en 0 door het team. ${DUTY} Wat kan de organisatie doen zodat begeleiding doorgaat?`,
    );
  });

  it('asks what helped when all of it was held, and not when nothing was planned', () => {
    expect(supportSessionsSentence({ period: THIRD_QUARTER, planned: 6, held: 6, cancelledByUs: 0, cancelledByTeam: 0 }, 'nl')).toMatch(/ Wat hielp hierbij\?$/);
    expect(supportSessionsSentence({ period: THIRD_QUARTER, planned: 0, held: 0, cancelledByUs: 0, cancelledByTeam: 0 }, 'nl')).not.toMatch(/Wat hielp/);
  });
});

describe('weeksSinceSupportSentence', () => {
  it('tells each kind apart, and nothing reported from long ago', () => {
    expect(weeksSinceSupportSentence({ work_guidance: 1, supervision: 14, intervision: null }, 'nl')).toBe(
      'Laatst gehouden: werkbegeleiding 1 week geleden; supervisie 14 weken geleden; intervisie (niets aangeleverd). Welk moment zetten we nu alvast in de agenda?',
    );
    expect(weeksSinceSupportSentence({ work_guidance: 0, supervision: 2, intervision: 1 }, 'en')).toMatch(/^Last held: work guidance this week; supervision 2 weeks ago; intervision 1 week ago\. /);
  });
});

describe('supportReachSentence', () => {
  it('says how many teams a kind of support reached', () => {
    expect(supportReachSentence({ kind: 'supervision', period: THIRD_QUARTER, teams: shown(7, 8) }, 'nl')).toBe(
      `3e kwartaal 2026, bereikt met supervisie: 7 van 8 teams (88 %). ${DUTY} Wat kan de organisatie doen om hier ruimte voor te maken?`,
    );
  });

  it('says none and all as they are, because the diary is exact, and asks what helped when all were reached', () => {
    expect(supportReachSentence({ kind: 'supervision', period: THIRD_QUARTER, teams: shown(0, 8) }, 'nl')).toContain('0 van 8 teams (0 %)');
    expect(supportReachSentence({ kind: 'supervision', period: THIRD_QUARTER, teams: shown(8, 8) }, 'nl')).toMatch(/8 van 8 teams \(100 %\)\. .* Wat hielp hierbij\?$/);
  });

  it('only says so when there is no figure', () => {
    expect(supportReachSentence({ kind: 'supervision', period: THIRD_QUARTER, teams: { state: 'absent' } }, 'nl')).toBe('3e kwartaal 2026, bereikt met supervisie: niets aangeleverd.');
  });
});

describe('broughtToSupportSentence', () => {
  it('says how many were brought in time, and whose duty the room for it is', () => {
    expect(broughtToSupportSentence({ period: THIRD_QUARTER, cell: shown(12, 27) }, 'nl')).toBe(
      `3e kwartaal 2026, opgemerkte valkuil binnen 28 dagen ingebracht in begeleiding: 12 van 27 reflecties (44 %). ${DUTY} Wat kan de organisatie doen om hier ruimte voor te maken?`,
    );
  });

  it('only says so when there is no figure', () => {
    expect(broughtToSupportSentence({ period: THIRD_QUARTER, cell: { state: 'withheld' } }, 'en')).toBe('Q3 2026, noticed pitfall brought to support within 28 days: not to be shown yet.');
  });
});
