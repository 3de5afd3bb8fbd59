import { addMonths, firstDayOf, parseMonth, PITFALL_CODES, type Month, type PitfallCode, type RecordedReflection } from '@rolvast/domain';
import { chanceFrom, normal, type Chance } from '../detection/chance.js';
import { answersFor, HABITS_AS_EVER, type Habits } from './synthetic-answers.js';

/** The usual share of reflections with each pitfall, before teams and professionals differ. The two rare ones have the least. */
export const PITFALL_RATES: Readonly<Record<PitfallCode, number>> = {
  SECRECY: 0.05,
  INVISIBLE_CHILD: 0.08,
  COALITION: 0.1,
  TRIANGULATION: 0.12,
  PARTIALITY: 0.15,
  PRESCRIBED: 0.15,
  CLIENT_UNCLEAR: 0.18,
  POWERLESSNESS: 0.2,
  INFLUENCE_GAP: 0.25,
  BOUNDARIES: 0.3,
};

const PROFESSIONALS = { least: 6, most: 15 } as const;
const CASES_EACH = { least: 8, most: 16 } as const;
const VOLUME = { least: 10, most: 60, leastEach: 1.6, mostEach: 4.2 } as const;
const LEAST_IN_A_MONTH = 3;
/** How much a month strays from the usual volume of its team, to both sides. */
const MONTH_SPREAD = 0.25;
/** July and August, counted from January. */
const QUIET_MONTHS: readonly number[] = [6, 7];
const QUIET_VOLUME = 0.65;
const LATE_SHARE = 0.08;
const MOST_MONTHS_LATE = 3;
const ACTIVITY_SPREAD = 0.6;
const PROFESSIONAL_SPREAD = 0.6;
const TEAM_SPREAD = 0.35;
/** Brings the mean back to the base rate, which the spread between people raises. */
const SPREAD_SHIFT = -0.2;
const HIGHEST_CHANGED_RATE = 0.6;
/** Share of the cases in which minors are involved. */
export const CASES_WITH_MINORS = 0.6;

/** The number of the first month in which what changes has changed: the thirteenth. */
export const CHANGE_FROM = 12;

/** How an organisation is made up. */
export interface OrganisationSettings {
  readonly seed: number;
  readonly teams: number;
  readonly months: number;
  /** Reflections a month of every team; null for 10 to 60, more with more professionals. */
  readonly monthlyVolume: number | null;
  /** By what every pitfall rate is multiplied from the thirteenth month on; 1 for no change. */
  readonly changeFactor: number;
  /** How questions are answered from the thirteenth month on; before it as ever. */
  readonly changedHabits: Habits;
}

/** The organisation that the floors are stated for, without any change. */
export function usualOrganisation(seed: number): OrganisationSettings {
  return { seed, teams: 40, months: 24, monthlyVolume: null, changeFactor: 1, changedHabits: HABITS_AS_EVER };
}

/** One reflection and when it comes in. Months are counted from 0. */
export interface SyntheticReflection {
  readonly month: number;
  /** The month in which it is posted: its own, or a later one when it came late. */
  readonly postedIn: number;
  readonly contributor: string;
  readonly careCase: string;
  readonly reflection: RecordedReflection;
}

export interface SyntheticTeam {
  readonly code: string;
  readonly professionals: number;
  readonly reflections: readonly SyntheticReflection[];
}

interface SyntheticCase {
  readonly code: string;
  readonly hasMinors: boolean;
}

interface Professional {
  readonly code: string;
  readonly activity: number;
  /** What this professional adds to the log-odds of every pitfall. */
  readonly notices: number;
  readonly cases: readonly SyntheticCase[];
}

/**
 * Teams with their reflections; the same settings give the same, and two settings that differ only in what changes have the
 * same people, volumes and months, so that a difference between them is the change.
 */
export function syntheticTeams(settings: OrganisationSettings): readonly SyntheticTeam[] {
  const chance = chanceFrom(settings.seed);
  const sizes = spreadDraws(chance, settings.teams);
  const volumes = spreadDraws(chance, settings.teams);
  return sizes.map((size, number) => syntheticTeam(`T${number + 1}`, { size, volume: volumes[number] ?? 0 }, settings, chanceFrom(Math.floor(chance() * 2 ** 32))));
}

/**
 * Draws on [0, 1) in a random order, one in each of as many equal parts of it: each by itself is uniform, and together they
 * differ less between seeds than independent ones, so that a mean over few seeds says more.
 */
export function spreadDraws(chance: Chance, count: number): readonly number[] {
  return Array.from({ length: count }, (_, part) => ({ draw: (part + chance()) / count, place: chance() }))
    .sort((one, other) => one.place - other.place)
    .map(({ draw }) => draw);
}

function syntheticTeam(code: string, draws: { readonly size: number; readonly volume: number }, settings: OrganisationSettings, chance: Chance): SyntheticTeam {
  const size = between(draws.size, PROFESSIONALS);
  const each = VOLUME.leastEach + (VOLUME.mostEach - VOLUME.leastEach) * draws.volume;
  const volume = settings.monthlyVolume ?? Math.min(VOLUME.most, Math.max(VOLUME.least, Math.round(size * each)));
  const staff = Array.from({ length: size }, (_, number) => professional(`${code}P${number + 1}`, chance));
  const teamEffects = PITFALL_CODES.map(() => TEAM_SPREAD * normal(chance));
  const reflections = Array.from({ length: settings.months }, (_, month) => month).flatMap((month) =>
    Array.from({ length: monthVolume(volume, month, chance) }, () => syntheticReflection(month, staff, teamEffects, settings, chance)),
  );
  return { code, professionals: size, reflections };
}

function professional(code: string, chance: Chance): Professional {
  const cases = Array.from({ length: between(chance(), CASES_EACH) }, (_, number) => ({ code: `${code}C${number + 1}`, hasMinors: chance() < CASES_WITH_MINORS }));
  return { code, activity: Math.exp(ACTIVITY_SPREAD * normal(chance)), notices: PROFESSIONAL_SPREAD * normal(chance), cases };
}

function monthVolume(volume: number, month: number, chance: Chance): number {
  const season = QUIET_MONTHS.includes(month % 12) ? QUIET_VOLUME : 1;
  return Math.max(LEAST_IN_A_MONTH, Math.round(volume * season * (1 - MONTH_SPREAD + 2 * MONTH_SPREAD * chance())));
}

function syntheticReflection(month: number, staff: readonly Professional[], teamEffects: readonly number[], settings: OrganisationSettings, chance: Chance): SyntheticReflection {
  const author = drawByActivity(staff, chance);
  const careCase = author.cases[Math.floor(chance() * author.cases.length)];
  if (careCase === undefined) throw new Error('a professional has at least one case');
  const isChanged = month >= CHANGE_FROM;
  const factor = isChanged ? settings.changeFactor : 1;
  const noticed = PITFALL_CODES.filter((pitfall, place) => {
    const rate = factor === 1 ? PITFALL_RATES[pitfall] : Math.min(HIGHEST_CHANGED_RATE, PITFALL_RATES[pitfall] * factor);
    return chance() < logistic(Math.log(rate / (1 - rate)) + (teamEffects[place] ?? 0) + author.notices + SPREAD_SHIFT);
  });
  const postedIn = month + monthsLate(chance);
  const habits = isChanged ? settings.changedHabits : HABITS_AS_EVER;
  return { month, postedIn, contributor: author.code, careCase: careCase.code, reflection: answersFor(chance, { on: firstDayOf(monthNumbered(month)), noticed, hasMinors: careCase.hasMinors }, habits) };
}

/** The calendar month with a number; number 0 is a January. */
export function monthNumbered(number: number): Month {
  return addMonths(FIRST_MONTH, number);
}

const FIRST_MONTH = firstMonth();

function firstMonth(): Month {
  const month = parseMonth('2024-01');
  if (month === null) throw new Error('2024-01 is a month');
  return month;
}

function monthsLate(chance: Chance): number {
  const isLate = chance() < LATE_SHARE;
  const months = 1 + Math.floor(chance() * MOST_MONTHS_LATE);
  return isLate ? months : 0;
}

function drawByActivity(staff: readonly Professional[], chance: Chance): Professional {
  let left = chance() * staff.reduce((sum, { activity }) => sum + activity, 0);
  for (const one of staff) {
    left -= one.activity;
    if (left <= 0) return one;
  }
  const last = staff.at(-1);
  if (last === undefined) throw new Error('a team has at least one professional');
  return last;
}

function between(draw: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return least + Math.floor(draw * (most - least + 1));
}

function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
