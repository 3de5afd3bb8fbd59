import { addMonths, monthsInRange, PITFALL_CODES, REFLECTION_COLUMNS, subtypesOf, type Month, type PitfallCode } from '@rolvast/domain';
import { DEMO_MONTHS, DEMO_TEAMS, demoFactor, isQuiet, isSilent, type DemoTeam } from './demo-organisation.js';
import { SeededRandom } from '../platform/chance/seeded-random.js';

/** How often each pitfall is noticed in the demonstration; invented figures. */
const BASE_RATES: Readonly<Record<PitfallCode, number>> = {
  COALITION: 0.16,
  TRIANGULATION: 0.14,
  PARTIALITY: 0.11,
  PRESCRIBED: 0.2,
  SECRECY: 0.04,
  CLIENT_UNCLEAR: 0.1,
  POWERLESSNESS: 0.23,
  INVISIBLE_CHILD: 0.05,
  INFLUENCE_GAP: 0.25,
  BOUNDARIES: 0.13,
};

const SUMMER: Readonly<Record<string, number>> = { '07': 0.62, '08': 0.66, '12': 0.85 };
const LAST_SAFE_DAY = 28;
const QUIET_VOLUME = 4;

/**
 * The reflections of the demonstration as a file in the Dutch dialect, line by line.
 *
 * @param last month with which the history ends.
 */
export function* demoReflectionLines(seed: number, last: Month): Generator<string> {
  yield `${REFLECTION_COLUMNS.join(';')}\r\n`;
  let number = 0;
  for (const [index, team] of DEMO_TEAMS.entries()) {
    // A stream of its own for each team: changing one team leaves the others as they were.
    const random = new SeededRandom(seed + index * 7919);
    const rates = teamRates(random);
    for (const month of monthsInRange(addMonths(last, 1 - DEMO_MONTHS), addMonths(last, 1))) {
      if (isSilent(team, month, last)) continue;
      const volume = monthlyVolume(team, month, random);
      for (let left = isQuiet(team, month, last) ? QUIET_VOLUME : volume; left > 0; left -= 1) {
        number += 1;
        const row = demoRow(team, month, number, (pitfall) => rates[pitfall] * demoFactor(team, pitfall, month, last), random);
        yield `${REFLECTION_COLUMNS.map((column) => row[column] ?? '').join(';')}\r\n`;
      }
    }
  }
}

function teamRates(random: SeededRandom): Record<PitfallCode, number> {
  const rates = { ...BASE_RATES };
  for (const pitfall of PITFALL_CODES) rates[pitfall] *= 0.75 + random.next() * 0.5;
  return rates;
}

function monthlyVolume(team: DemoTeam, month: Month, random: SeededRandom): number {
  const season = SUMMER[month.slice(5, 7)] ?? 1;
  return Math.max(1, Math.round(team.volume * season * (0.8 + random.next() * 0.4)));
}

function demoRow(team: DemoTeam, month: Month, number: number, rateOf: (pitfall: PitfallCode) => number, random: SeededRandom): Record<string, string> {
  const day = random.whole(1, LAST_SAFE_DAY);
  const reflectedOn = `${String(day).padStart(2, '0')}-${month.slice(5, 7)}-${month.slice(0, 4)}`;
  const professional = random.whole(1, team.professionals);
  const pitfalls = PITFALL_CODES.filter((pitfall) => random.chance(Math.min(0.9, rateOf(pitfall))));
  const felt = random.chance(pitfalls.includes('POWERLESSNESS') ? 0.8 : 0.2);
  return {
    reflection_id: `V${String(number).padStart(6, '0')}`,
    revision: '1',
    status: 'final',
    team: team.code,
    professional: `${team.code}-M${professional}`,
    case: `${team.code}-D${random.whole(1, team.professionals * 6)}`,
    reflected_on: reflectedOn,
    legal_frame: random.weighted([['voluntary', 6], ['involuntary', 3], ['mixed', 2], ['', 1]]),
    target_group: random.weighted([['lvb', 5], ['psychiatric', 2], ['lvb_psychiatric', 3], ['other', 1]]),
    agencies_involved: String(random.whole(1, 9)),
    pitfalls: random.chance(0.04) ? '' : pitfallsCell(pitfalls, random),
    ...roleCells(random),
    powerlessness_felt: felt ? 'yes' : 'no',
    powerlessness_acknowledged: felt ? random.weighted([['yes', 5], ['no', 4], ['', 1]]) : '',
    ...referralCells(random),
    ...hoursCells(felt, random),
    ...childCells(random),
    ...supportCells(pitfalls.length > 0, reflectedOn, random),
  };
}

function pitfallsCell(pitfalls: readonly PitfallCode[], random: SeededRandom): string {
  if (pitfalls.length === 0) return 'NONE';
  return pitfalls
    .map((pitfall) => {
      const [first, ...rest] = subtypesOf(pitfall);
      return first === undefined || random.chance(0.4) ? pitfall : `${pitfall}:${random.pick([first, ...rest])}`;
    })
    .join('|');
}

function roleCells(random: SeededRandom): Record<string, string> {
  const score = () => random.weighted([['1', 1], ['2', 2], ['3', 5], ['4', 6], ['5', 4], ['', 1]]);
  return {
    role_definition: score(),
    role_awareness: score(),
    role_taking: score(),
    role_steadfastness: score(),
    felt_responsibility: score(),
    real_influence: score(),
  };
}

function referralCells(random: SeededRandom): Record<string, string> {
  const disagree = random.chance(0.22);
  return {
    referrer: random.weighted([['municipality', 6], ['gp', 3], ['youth_doctor', 1], ['certified_institution', 3], ['court', 1], ['self', 1], ['', 1]]),
    questions_compared: random.weighted([['same', 5], ['reconciled', 3], ['not_reconciled', 3], ['not_compared', 2], ['', 1]]),
    onward_referral: random.weighted([['none', 10], ['indicated', 2], ['powerlessness', 1]]),
    agencies_disagree: disagree ? 'yes' : 'no',
    round_table: disagree ? random.weighted([['held', 4], ['planned', 2], ['refused', 1], ['not_held', 3]]) : '',
  };
}

function hoursCells(felt: boolean, random: SeededRandom): Record<string, string> {
  if (!random.chance(0.18)) return { extra_hours: '0' };
  return {
    extra_hours: `${random.whole(1, 14)},5`,
    extra_hours_by: random.weighted([['municipality', 5], ['manager', 3], ['other', 1]]),
    extra_hours_reason: felt && random.chance(0.6) ? 'powerlessness' : random.weighted([['new_question', 4], ['crisis', 3], ['more_people', 2], ['safety', 2], ['other', 1]]),
    extra_hours_effect: random.weighted([['more_influence', 3], ['no_change', 4], ['more_pressure', 3], ['not_yet_known', 2]]),
  };
}

function childCells(random: SeededRandom): Record<string, string> {
  if (!random.chance(0.62)) return { minors_involved: 'no' };
  return {
    minors_involved: 'yes',
    child_seen: random.weighted([['yes', 12], ['no', 1], ['', 1]]),
    child_spoken: random.weighted([['yes', 8], ['no', 2], ['too_young', 3], ['', 1]]),
    child_safety_discussed: random.weighted([['yes', 10], ['no', 2], ['', 1]]),
    child_concerns: random.weighted([['', 12], ['partner_conflict', 2], ['addiction', 1], ['parental_hostility|partner_conflict', 1]]),
  };
}

function supportCells(flagged: boolean, reflectedOn: string, random: SeededRandom): Record<string, string> {
  const crossed = random.chance(0.15);
  const boundary = { boundary_crossed: crossed ? 'yes' : 'no', boundary_voiced: crossed ? random.weighted([['yes', 3], ['no', 2]]) : '' };
  if (!random.chance(flagged ? 0.5 : 0.2)) return { ...boundary, discussed_in: 'none' };
  return { ...boundary, discussed_in: random.weighted([['work_guidance', 4], ['supervision', 2], ['intervision', 3]]), discussed_on: reflectedOn };
}
