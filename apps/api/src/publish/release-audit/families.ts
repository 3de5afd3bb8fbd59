import { characteristic, LISTS, QUESTIONS, type Family } from './unit-attack.js';

const ANY = characteristic('noticed:any');
const MINORS = characteristic('minorsInvolved:true');
/** Single pitfalls, which lie inside "any" and are divided with it. */
const PITFALLS = QUESTIONS.filter(({ name }) => name.startsWith('noticed:') && name !== ANY.name);

/** The lists short enough for every day; the long one of referrers has a turn of its own, and all of them the long run. */
const SHORT_LISTS = LISTS.filter(({ contexts }) => contexts.length < 8);

/** What lies inside or is divided with something else: any pitfall with two of them, and a list with what it divides. */
export function linkedFamilies(turn: number): readonly Family[] {
  const [one, other] = [0, 1].map((step) => PITFALLS[(2 * turn + step) % PITFALLS.length]);
  const list = SHORT_LISTS[turn % SHORT_LISTS.length];
  if (one === undefined || other === undefined || list === undefined) return [];
  return [[ANY, one, other], turn % 2 === 0 ? [ANY, one, list] : [MINORS, list]];
}

/** Every pair of questions, and every question with every list. */
export function allPairs(): readonly Family[] {
  const all = [...QUESTIONS, ...LISTS];
  return all.flatMap((one, index) => all.slice(index + 1).filter((other) => !(LISTS.includes(one) && LISTS.includes(other))).map((other) => [one, other]));
}

/** A share of the pairs of questions: so many turns together try each of them once. */
export function somePairs(turn: number, turns: number): readonly Family[] {
  return QUESTIONS.flatMap((one, index) => QUESTIONS.slice(index + 1).map((other) => [one, other])).filter((_, index) => index % turns === turn % turns);
}
