import type { ReflectionShare } from '@rolvast/domain';
import type { PostingBase } from '@rolvast/domain/statistics';
import { exactPoint, inStretches, passesThreshold } from './plain-quarters.js';
import { CHARTED_CODES, MEASURED_PLAN, monthlyPlanOf, PART_SHARES, PITFALL_SHARES } from './published-measures.js';
import { byQuarter, deviation, publishedShares, type PublishedShare, type SharePoint } from './published-share.js';
import { publishTeam, type PublishedTeam } from './publish-team.js';
import { EXACT, firstSignal, POSTED, type ChartLimits } from './quarter-chart.js';
import { CHILD_ATTENTION_FALLEN } from './synthetic-answers.js';
import { usualOrganisation, type OrganisationSettings, type SyntheticTeam } from './synthetic-team.js';

/** Figures under their name: shares of one, deviations in points. */
export type Figures = Readonly<Record<string, number>>;

/** Reflections a month of a thin team. */
const THIN_VOLUME = 13;
/** Quarters after the baseline in which a fall of child attention must be seen: six months. */
const QUARTERS_TO_SEE_A_FALL = 2;
const QUARTERS_TO_SEE_A_DOUBLING = 4;
const FIRST_CHANGED_QUARTER = 4;

/** A point for each quarter, null where there is no figure. */
type Quarters = readonly (SharePoint | null)[];

/** Where organisations come from. */
export type Organise = (settings: OrganisationSettings) => readonly SyntheticTeam[];

/** A team with everything published about it. */
interface Known {
  readonly team: SyntheticTeam;
  readonly published: PublishedTeam;
}

/**
 * Everything measured on the organisations of one seed.
 *
 * Four organisations: the usual one and a thin one, each without a change and with every pitfall doubled and child attention
 * fallen from month 13 on. All are published in full by the ledgers as they are.
 *
 * @returns shares from 0 to 1; deviations (`error`) in points.
 */
export function usefulnessOf(seed: number, organise: Organise): Figures {
  const usual = usualOrganisation(seed);
  const publishAll = (settings: OrganisationSettings): readonly Known[] =>
    organise(settings).map((team) => ({ team, published: publishTeam(team, MEASURED_PLAN, settings.months, String(settings.seed)) }));
  const changed = { changeFactor: 2, changedHabits: CHILD_ATTENTION_FALLEN };
  const quiet = publishAll(usual);
  const fallen = publishAll({ ...usual, ...changed });
  const thinSettings = { ...usual, monthlyVolume: THIN_VOLUME };
  const thin = publishAll(thinSettings);
  const thinFallen = publishAll({ ...thinSettings, ...changed });
  return {
    ...shownFigures(quiet, usual.months),
    ...prefixed('doubling', signalFigures(fallen, usual.months)),
    ...prefixed('quiet', signalFigures(quiet, usual.months)),
    ...lossFigures(quiet, usual.months),
    ...fallFigures(quiet, fallen, usual.months),
    ...prefixed('thin', shownFigures(thin, usual.months)),
    ...prefixed('thin.doubling', signalFigures(thinFallen, usual.months)),
    ...prefixed('thin.quiet', signalFigures(thin, usual.months)),
  };
}

function shownFigures(teams: readonly Known[], months: number): Figures {
  const blocks = teams.flatMap(({ published }) => published.blocks.map(({ firstMonth, lastMonth }) => lastMonth - firstMonth + 1));
  const quarters = teams.map(({ published }) => new Set(published.blocks.map(({ lastMonth }) => Math.floor(lastMonth / 3))).size);
  const plain = teams.flatMap(({ team }) => inStretches(team, months, 1));
  const all = teams.length * months;
  return {
    'months.alone': blocks.filter((length) => length === 1).length / all,
    'months.merged': sumOf(blocks.filter((length) => length > 1)) / all,
    'quarters.shown': sumOf(quarters) / (all / 3),
    'plain-threshold.months.shown': plain.filter(passesThreshold).length / all,
  };
}

/** Shares of the series that signal within a year after the baseline, on published figures and on exact ones. */
function signalFigures(teams: readonly Known[], months: number): Figures {
  const series = teams.flatMap(({ team, published }) =>
    PITFALL_SHARES.map((measure) => ({ isCharted: CHARTED_CODES.has(measure.code), posted: postedQuarters(publishedShares(measure, published), months), raw: exactQuarters(measure, team, months, () => true), plain: exactQuarters(measure, team, months, passesThreshold) })),
  );
  const signalling = (quarters: readonly Quarters[], base: PostingBase, limits: ChartLimits) => shareOf(quarters.map((one) => signalsWithin(QUARTERS_TO_SEE_A_DOUBLING, firstSignal(one, base, limits))));
  const [posted, raw] = [series.map((one) => one.posted), series.map((one) => one.raw)];
  return {
    published: signalling(posted, POSTED, 'cautious'),
    'published.without-rare': signalling(series.filter(({ isCharted }) => isCharted).map((one) => one.posted), POSTED, 'cautious'),
    raw: signalling(raw, EXACT, 'cautious'),
    'plain-threshold': signalling(series.map((one) => one.plain), EXACT, 'cautious'),
    'known-centre.published': signalling(posted, POSTED, 'known-centre'),
    'known-centre.raw': signalling(raw, EXACT, 'known-centre'),
  };
}

/** What is lost of each measure: how often its own period has a figure, and how far that lies from the truth. */
function lossFigures(teams: readonly Known[], months: number): Figures {
  const pitfalls = teams.flatMap(({ published }) => PITFALL_SHARES.map((measure) => publishedShares(measure, published)));
  const parts = Object.entries(PART_SHARES).map(([name, measure]) => {
    const asGiven = teams.map(({ published }) => publishedShares(measure, published));
    const byMonth = measure.grain.period === 'month' ? asGiven : teams.map(({ team }) => publishedShares(measure, publishTeam(team, monthlyPlanOf(measure), months, name)));
    return prefixed(name, { ...monthFigures(byMonth, months), ...quarterFigures(asGiven, months) });
  });
  const ofPitfalls = prefixed('pitfalls', { ...monthFigures(pitfalls, months), ...quarterFigures(pitfalls, months) });
  return parts.reduce((all, one) => ({ ...all, ...one }), ofPitfalls);
}

function monthFigures(series: readonly (readonly PublishedShare[])[], months: number): Figures {
  const shares = series.flat();
  const alone = shares.filter(({ firstMonth, lastMonth }) => firstMonth === lastMonth);
  return { 'month.shown': shares.length / (series.length * months), 'month.alone': alone.length / (series.length * months), 'month.error': errorOf(shares) };
}

function quarterFigures(series: readonly (readonly PublishedShare[])[], months: number): Figures {
  const quarters = series.flatMap((shares) => [...byQuarter(shares).values()]);
  return { 'quarter.shown': quarters.length / ((series.length * months) / 3), 'quarter.error': errorOf(quarters) };
}

/** Teams in which a fall of child attention is signalled within six months, and in which one is though nothing fell. */
function fallFigures(quiet: readonly Known[], fallen: readonly Known[], months: number): Figures {
  const measure = PART_SHARES.childAttention;
  const signalling = (quarters: readonly Quarters[], base: PostingBase) => shareOf(quarters.map((one) => signalsWithin(QUARTERS_TO_SEE_A_FALL, firstSignal(one, base, 'cautious'))));
  const posted = (teams: readonly Known[]) => signalling(teams.map(({ published }) => postedQuarters(publishedShares(measure, published), months)), POSTED);
  const exact = (teams: readonly Known[]) => signalling(teams.map(({ team }) => exactQuarters(measure, team, months, () => true)), EXACT);
  return { 'fall.published': posted(fallen), 'fall.raw': exact(fallen), 'fall.quiet.published': posted(quiet), 'fall.quiet.raw': exact(quiet) };
}

function postedQuarters(shares: readonly PublishedShare[], months: number): Quarters {
  const quarters = byQuarter(shares);
  return Array.from({ length: months / 3 }, (_, quarter) => quarters.get(quarter)?.posted ?? null);
}

function exactQuarters(measure: ReflectionShare, team: SyntheticTeam, months: number, isShown: typeof passesThreshold): Quarters {
  return inStretches(team, months, 3).map((reflections) => (isShown(reflections) ? exactPoint(measure, reflections) : null));
}

function signalsWithin(quarters: number, signal: number | null): boolean {
  return signal !== null && signal < FIRST_CHANGED_QUARTER + quarters;
}

/** Root mean square of the deviations, in points. */
function errorOf(shares: readonly PublishedShare[]): number {
  const deviations = shares.flatMap((share) => deviation(share) ?? []);
  return 100 * Math.sqrt(sumOf(deviations.map((one) => one ** 2)) / deviations.length);
}

function prefixed(prefix: string, figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${prefix}.${name}`, value]));
}

function shareOf(outcomes: readonly boolean[]): number {
  return outcomes.filter(Boolean).length / outcomes.length;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
