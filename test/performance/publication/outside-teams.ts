import { firstDayOf, PITFALL_CODES } from '@rolvast/domain';
import { z } from 'zod';
import { chanceFrom } from '../detection/chance.js';
import { answersFor, HABITS_AS_EVER } from './synthetic-answers.js';
import { CASES_WITH_MINORS, CHANGE_FROM, monthNumbered, PITFALL_RATES, syntheticTeams, type OrganisationSettings, type SyntheticTeam } from './synthetic-team.js';
import type { Organise } from './usefulness.js';

/** The records a generator from outside gives: team, professional, case, month, month of arrival and ten pitfalls from rare to frequent. */
const organisation = z.object({
  recs: z.array(z.object({ t: z.number(), p: z.number(), c: z.number(), m: z.number(), arr: z.number(), f: z.instanceof(Uint8Array) })),
  T: z.array(z.object({ id: z.number(), size: z.number() })),
});

/** A module with a generator: `gen(seed, settings)`. */
export const generatorModule = z.object({ gen: z.function({ input: [z.number(), z.object({ teams: z.number(), months: z.number(), shiftProb: z.number(), factor: z.number() })], output: z.unknown() }) });

type Generate = z.infer<typeof generatorModule>['gen'];

const FROM_RARE = [...PITFALL_CODES].sort((one, other) => PITFALL_RATES[one] - PITFALL_RATES[other]);

/**
 * Organisations whose people, months and pitfalls another generator makes; the other answers are added here. It is asked for
 * teams of every size only: thin teams are our own.
 */
export function organiseBy(generate: Generate): Organise {
  return (settings) => (settings.monthlyVolume === null ? outsideTeams(generate, settings) : syntheticTeams(settings));
}

function outsideTeams(generate: Generate, { seed, teams, months, changeFactor, changedHabits }: OrganisationSettings): readonly SyntheticTeam[] {
  const { recs, T } = organisation.parse(generate(seed, { teams, months, shiftProb: changeFactor === 1 ? 0 : 1, factor: changeFactor }));
  const chance = chanceFrom(seed);
  const minors = new Map<number, boolean>();
  const reflections = recs.map(({ t, p, c, m, arr, f }) => {
    const hasMinors = minors.get(c) ?? chance() < CASES_WITH_MINORS;
    minors.set(c, hasMinors);
    const noticed = FROM_RARE.filter((_, place) => f[place] === 1);
    const reflection = answersFor(chance, { on: firstDayOf(monthNumbered(m)), noticed, hasMinors }, m >= CHANGE_FROM ? changedHabits : HABITS_AS_EVER);
    return { team: t, one: { month: m, postedIn: arr, contributor: `P${p}`, careCase: `C${c}`, reflection } };
  });
  return T.map(({ id, size }) => ({ code: `T${id}`, professionals: size, reflections: reflections.filter(({ team }) => team === id).map(({ one }) => one) }));
}
