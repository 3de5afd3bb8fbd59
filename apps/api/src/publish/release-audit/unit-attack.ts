import { findBreakdowns, parseLocalDate, type RecordedReflection } from '@rolvast/domain';
import { attackFamily, type AttackReport, type Disclosure } from './attack.js';
import { catalogueFamily, characteristicOfBreakdown, characteristicsOf, Facets, type Characteristic, type PostedReflection, type Sample } from './catalogue-family.js';
import type { TrueBlock } from './attacked-family.js';
import { Draws } from './draws.js';
import { blockName, harvestUnit, type HarvestedFigure } from './harvest.js';
import type { PublishedLedgers } from './published-ledgers.js';
import { caseContext, syntheticReflection, withSubtypes, type AnswerRates } from './possible-reflection.js';

/** Rates at which every answer is about as likely as not, so that a sample holds all that can be. */
const EVEN: AnswerRates = { considered: 0.8, pitfalls: 2, minors: 0.6, incomplete: 0.7, refused: 0.5, answered: 0.8, powerless: 0.5, granted: 0.5, discussed: 0.5, always: null };
const SAMPLE_SIZE = 4_000;
const BEGINNING = '2025-01-15';

/** Reflections of every kind that can be. */
export const SAMPLE: Sample = makeSample();

function makeSample(): Sample {
  const reflectedOn = parseLocalDate(BEGINNING);
  if (reflectedOn === null) throw new Error(`${BEGINNING} is no date`);
  const draws = new Draws(4_711);
  const subtypes = new Draws(4_712);
  return Array.from({ length: SAMPLE_SIZE }, (): RecordedReflection => withSubtypes(subtypes, syntheticReflection(draws, EVEN, caseContext(draws, EVEN), reflectedOn)));
}

/** The breakdowns that a unit publishes itself. */
export const UNIT_BREAKDOWNS = findBreakdowns().filter(({ grain }) => grain.place === 'team');

/** The characteristics of what teams post, and the lists that divide it. */
export const QUESTIONS = characteristicsOf(SAMPLE);
export const LISTS = UNIT_BREAKDOWNS.map(characteristicOfBreakdown);

/** The same for everything that units, regions and the organisation post. */
export const ALL_QUESTIONS = characteristicsOf(SAMPLE, ['team', 'region', 'organisation']);
const WIDE_LISTS = findBreakdowns().filter(({ grain, appliesTo }) => grain.place !== 'team' && appliesTo === 'of').map(characteristicOfBreakdown);

/** Characteristics that are attacked together. */
export type Family = readonly Characteristic[];

/** How hard a unit is attacked. */
export interface UnitAttack {
  readonly families: readonly Family[];
  readonly modes: readonly ('knowing' | 'guessing')[];
  readonly addsUpBlocks: boolean;
}

/** What was found about a unit, and how much was tried. */
export interface UnitReport extends AttackReport {
  readonly programmes: number;
}

/** What the attack needs of a unit; an interface that gives the figures can stand in for memory. */
export interface AttackedUnit {
  readonly harvest: readonly HarvestedFigure[];
  readonly blocks: readonly TrueBlock<PostedReflection>[];
}

/** A unit as published in memory. */
export function attackedUnit(published: PublishedLedgers): AttackedUnit {
  return { harvest: harvestUnit(published), blocks: published.blocks.map(({ number, reflections }) => ({ id: blockName(published.unit, number), subjects: reflections })) };
}

/** All places as published, in one: what somebody has who may see everything, or several who tell each other. */
export function attackedPlaces(units: readonly PublishedLedgers[], wider: readonly PublishedLedgers[]): AttackedUnit {
  const each = units.map(attackedUnit);
  return { harvest: [...each.flatMap(({ harvest }) => harvest), ...wider.flatMap(harvestUnit)], blocks: each.flatMap(({ blocks }) => blocks) };
}

/** Puts everything published about a unit to the attacker, one family after the other. */
export function attackUnit({ harvest, blocks }: AttackedUnit, { families, modes, addsUpBlocks }: UnitAttack): UnitReport {
  const truth = blocks.flatMap(({ subjects }) => subjects);
  const total = { disclosures: new Array<Disclosure>(), targets: 0, questions: 0, programmes: 0 };
  for (const members of families) {
    const family = catalogueFamily(members, new Facets(members), SAMPLE, truth, harvest);
    for (const mode of modes) {
      const report = attackFamily(family, blocks, { isKnowing: mode === 'knowing', addsUpBlocks });
      total.disclosures.push(...report.disclosures);
      total.targets += report.targets;
      total.questions += report.questions;
      total.programmes += 1;
    }
  }
  return total;
}

/** The question or list with a name; a name that nothing has is a fault of the test. */
export function characteristic(name: string): Characteristic {
  const found = [...ALL_QUESTIONS, ...LISTS, ...WIDE_LISTS].find((one) => one.name === name);
  if (found === undefined) throw new Error(`nothing is published under ${name}`);
  return found;
}
