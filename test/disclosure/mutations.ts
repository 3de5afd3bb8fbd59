import type { Breakdown } from '@rolvast/domain';
import type { DisclosureKind } from '@rolvast/api/release-audit/attack.js';
import { characteristicOfBreakdown } from '@rolvast/api/release-audit/catalogue-family.js';
import { breakdownsOfWhatIsKept, eventMonthTotals, exactDenominators, monthOfReflection, partitionedAnew, withdrawnSince } from './extra-figures.js';
import { FIXTURES, type FixtureName } from './fixtures.js';
import { publishAll, type PublishedUnit, type PublishingRules } from './organisation-in-memory.js';
import type { HarvestedFigure } from '@rolvast/api/release-audit/harvest.js';
import { syntheticOrganisation, type SyntheticOrganisation } from './synthetic-organisation.js';
import { attackedUnit, characteristic, UNIT_BREAKDOWNS, type AttackedUnit, type Family } from '@rolvast/api/release-audit/unit-attack.js';
import { ABSENT_LEFT_OUT, CAPPED_ONE_BY_ONE, crossed, DENOMINATORS, EXACT_NUMERATORS, FLOOR_ON_TRUE_SIZE, NO_INSIDER_GUARD, PARTS_UNBOUND, PARTS_WITHOUT_CAP, RULES, SINGLES_UNBOUND, SMALL_CELLS } from './weakened.js';

/** What is put to the attacker, and the questions it takes together. */
export interface Exposed {
  readonly attacked: AttackedUnit;
  readonly families: readonly Family[];
}

/** One rule of the scheme switched back, and where that shows. */
export interface Mutation {
  readonly name: string;
  readonly fixture: FixtureName;
  /** One kind of what it discloses. */
  readonly discloses: DisclosureKind;
  readonly expose: (organisation: SyntheticOrganisation, secret: number) => readonly Exposed[];
}

function list(code: string): Breakdown {
  const found = UNIT_BREAKDOWNS.find((breakdown) => breakdown.code === code);
  if (found === undefined) throw new Error(`there is no breakdown ${code}`);
  return found;
}

const LEGAL = list('LEGAL_FRAME');
const CROSSED = crossed(LEGAL, list('AGENCIES'));
const ANY = characteristic('noticed:any');
const MINORS = characteristic('minorsInvolved:true');
const BY_LEGAL_FRAME = characteristic('LEGAL_FRAME');

/** Other rules, the same figures. */
function byRules(name: string, fixture: FixtureName, discloses: DisclosureKind, rules: PublishingRules, families: readonly Family[], as: (harvest: readonly HarvestedFigure[]) => readonly HarvestedFigure[] = (same) => same): Mutation {
  return { name, fixture, discloses, expose: (organisation, secret) => publishAll(organisation, rules, secret).map((unit) => exposed(unit, as(attackedUnit(unit).harvest), families)) };
}

/** The rules as they are, and figures besides. */
function besides(name: string, fixture: FixtureName, discloses: DisclosureKind, figuresOf: (unit: PublishedUnit, organisation: SyntheticOrganisation) => readonly HarvestedFigure[], familiesOf: (unit: PublishedUnit, organisation: SyntheticOrganisation) => readonly Family[]): Mutation {
  return { name, fixture, discloses, expose: (organisation, secret) => publishAll(organisation, RULES, secret).map((unit) => exposed(unit, [...attackedUnit(unit).harvest, ...figuresOf(unit, organisation)], familiesOf(unit, organisation))) };
}

function exposed(unit: PublishedUnit, harvest: readonly HarvestedFigure[], families: readonly Family[]): Exposed {
  return { attacked: { ...attackedUnit(unit), harvest }, families };
}

const denominators = DENOMINATORS.filter(({ name }) => name !== 'missing:known:extraHours');

/** Every weakening that the attacker must notice. */
export const MUTATIONS: readonly Mutation[] = [
  besides('totals by the month of the event', 'thin', 'exact size of a protected set', (unit, { months }) => eventMonthTotals(unit, months, false), (_, { months }) => [[monthOfReflection(months)]]),
  byRules('a small cell of a breakdown', 'thin', 'exact size of a protected set', SMALL_CELLS, [[ANY, BY_LEGAL_FRAME]]),
  byRules('exact numerators', 'thin', 'exact value in a protected set', EXACT_NUMERATORS, [[ANY, BY_LEGAL_FRAME]], (harvest) => harvest.map((figure) => (figure.kind === 'running' ? { ...figure, kind: 'exact' } : figure))),
  byRules('crossed breakdowns', 'normal', 'exact size of a protected set', { ...RULES, breakdowns: [LEGAL, list('AGENCIES'), CROSSED] }, [[BY_LEGAL_FRAME, characteristic('AGENCIES'), characteristicOfBreakdown(CROSSED)]]),
  besides('a month restated when something late comes in', 'thin', 'exact size of a protected set', (unit, { months }) => eventMonthTotals(unit, months, true), (_, { months }) => [[monthOfReflection(months)]]),
  besides('exact denominators', 'thin', 'exact size of a protected set', (unit) => exactDenominators(unit, denominators, false), () => [[MINORS, characteristic('missing:known:roleTaking')]]),
  besides('exact denominators, only beside an empty or safe complement', 'nothing but minors', 'certain none (a characteristic)', (unit) => exactDenominators(unit, denominators, true), () => [[MINORS, characteristic('missing:known:roleTaking')], [MINORS, characteristic('missing:known:questionsCompared')]]),
  byRules('the floor judged on the true size of a part', 'nothing but minors', 'narrow size of a protected set', FLOOR_ON_TRUE_SIZE, [[MINORS, BY_LEGAL_FRAME], [MINORS, characteristic('missing:known:roleTaking')]]),
  byRules('parts of a partition capped one by one', 'normal', 'narrow value in a protected set', CAPPED_ONE_BY_ONE, [[MINORS, BY_LEGAL_FRAME], [MINORS]]),
  byRules('parts of a breakdown without a cap', 'one giant in hours', 'insider: all others', PARTS_WITHOUT_CAP, [[ANY, BY_LEGAL_FRAME]]),
  byRules('absent categories left out', 'thin', 'certain none (a characteristic)', ABSENT_LEFT_OUT, [[characteristic('REFERRER')]]),
  {
    name: 'a region partitioned anew',
    fixture: 'normal',
    discloses: 'exact size of a protected set',
    expose: (organisation, secret) => {
      const units = publishAll(organisation, RULES, secret);
      const [first] = organisation.months;
      if (first === undefined) return [];
      const each = units.map(attackedUnit);
      const harvest = [...each.flatMap((unit) => unit.harvest), ...partitionedAnew(units, LEGAL, first)];
      return [{ attacked: { harvest, blocks: each.flatMap(({ blocks }) => blocks) }, families: [[BY_LEGAL_FRAME]] }];
    },
  },
  besides('a breakdown over corrected rows', 'withdrawn and erased after posting', 'exact size of a protected set', breakdownsOfWhatIsKept, (unit) => [[BY_LEGAL_FRAME, withdrawnSince(unit)]]),
  byRules('a single pitfall not kept below any', 'one pitfall is all that is noticed', 'narrow size of a protected set', SINGLES_UNBOUND, [[ANY, characteristic('noticed:POWERLESSNESS')]]),
  byRules('two pitfalls not kept below any', 'two pitfalls always go together', 'narrow value in a protected set', SINGLES_UNBOUND, [[ANY, characteristic('noticed:COALITION'), characteristic('noticed:TRIANGULATION')]]),
  byRules('parts of a single pitfall not kept below those of any', 'a pitfall has one sub-type', 'narrow size of a protected set', PARTS_UNBOUND, ['TARGET_GROUP', 'AGENCIES'].map((code) => [ANY, characteristic('noticed:COALITION'), characteristic(code)])),
  byRules('no insider guard', 'normal', 'insider: no other, in one block', NO_INSIDER_GUARD, [[ANY], [MINORS], [characteristic('missing:known:roleTaking')], [characteristic('noticed:POWERLESSNESS')]]),
];

/** The organisation of a mutation's fixture. */
export function organisationOf({ fixture }: Mutation): SyntheticOrganisation {
  return syntheticOrganisation(FIXTURES[fixture]);
}
