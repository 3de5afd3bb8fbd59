import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from './catalogue.js';
import type { Grain, Measure } from './measure.js';

const PLACES: Readonly<Record<Grain['place'], string>> = { team: 't', region: 'r', organisation: 'o' };
const PERIODS: Readonly<Record<Grain['period'], string>> = { month: 'm', quarter: 'q', 'half-year': 'h' };
const READERS = { 'team-manager': 'tm', 'quality-staff': 'qs', director: 'di', administrator: 'ad' } as const;

const grainOf = ({ place, period }: Grain): string => `${PLACES[place]}/${PERIODS[period]}`;

function countsOf(measure: Measure): string {
  switch (measure.kind) {
    case 'reflection-share': {
      const { numerator, denominator, over, posting, ripening } = measure;
      const ripens = ripening === null ? '' : ` ripens ${ripening.days} d, ${ripening.closesLater} close later`;
      return `${numerator.key} / ${denominator.key} (${denominator.posting.as}) over ${over}, posts ${posting}${ripens}`;
    }
    case 'reflection-hours':
      return `hours of ${measure.hoursOf.key} per 100 of ${measure.per.key} (${measure.per.posting.as})`;
    default:
      return measure.kind === 'derived' ? measure.rule : measure.kind;
  }
}

/** One line of what the catalogue says of a measure: code, counts, direction, unit, grain, thin grain, signalling period, rare, readers. */
function line(measure: Measure): string {
  const { code, direction, unit, grain, thinGrain, signalPeriod, isRare, neededFirstBy } = measure;
  const signal = signalPeriod === null ? '-' : PERIODS[signalPeriod];
  const readers = neededFirstBy.map((reader) => READERS[reader]).join('+');
  return [code, countsOf(measure), direction, unit, grainOf(grain), grainOf(thinGrain), signal, isRare ? 'rare' : '-', readers].join(' | ');
}

const pitfall = (code: string) => `PITFALL_${code} | noticed:${code} / known:pitfalls (missing) over block, posts count | neutral | share-of-reflections | t/m | t/q | q | - | tm`;
const rare = (code: string) => `PITFALL_${code} | noticed:${code} / known:pitfalls (missing) over block, posts count | neutral | band-of-reflections | t/h | t/h | - | rare | tm`;
const role = (code: string, field: string, readers: string) =>
  `${code} | ${field}:1+2+3 / known:${field} (missing) over part, posts count | neutral | share-of-reflections | t/m | t/q | q | - | ${readers}`;

// Read beside the table of measures: what counts, which way, how fine, for whom.
const TABLE = [
  pitfall('COALITION'), pitfall('TRIANGULATION'), pitfall('PARTIALITY'), pitfall('PRESCRIBED'), rare('SECRECY'), pitfall('CLIENT_UNCLEAR'),
  pitfall('POWERLESSNESS'), rare('INVISIBLE_CHILD'), pitfall('INFLUENCE_GAP'), pitfall('BOUNDARIES'),
  'PITFALL_ANY | noticed:any / known:pitfalls (missing) over block, posts count | neutral | share-of-reflections | t/m | t/q | q | - | tm',
  'BROUGHT_TO_SUPPORT | brought-to-support / noticed:any (count) over part, posts shortfall ripens 28 d, 1 close later | up-is-better | share-of-reflections | t/m | t/q | q | - | tm',
  role('ROLE_DEFINITION', 'roleDefinition', 'tm+di'), role('ROLE_AWARENESS', 'roleAwareness', 'tm'), role('ROLE_TAKING', 'roleTaking', 'tm'), role('ROLE_STEADFASTNESS', 'roleSteadfastness', 'tm'),
  'INFLUENCE_GAP_WIDE | influence-gap:wide / known:feltResponsibility&known:realInfluence (missing) over part, posts count | neutral | share-of-reflections | t/m | t/q | q | - | tm+di',
  'AGENCY_LOAD | agencies:6-or-more / known:agenciesInvolved (missing) over part, posts count | neutral | share-of-reflections | t/q | t/h | q | - | di',
  'CHILD_ATTENTION | child-attention:complete / minorsInvolved:true (count) over part, posts shortfall | up-is-better | share-of-reflections | t/m | t/q | q | - | qs',
  'INVISIBLE_CHILD_ALERTS | invisible-child-alert / minorsInvolved:true (count) over part, posts count | neutral | band-of-reflections | t/h | t/h | - | rare | qs',
  'POWERLESSNESS_ACKNOWLEDGED | powerlessnessFelt:true&powerlessnessAcknowledged:true / powerlessnessFelt:true&known:powerlessnessAcknowledged (count) over part, posts shortfall | up-is-better | share-of-reflections | t/q | t/h | q | - | tm',
  'BOUNDARY_VOICED | boundaryCrossed:true&boundaryVoiced:true / boundaryCrossed:true&known:boundaryVoiced (count) over part, posts count | neutral | share-of-reflections | t/h | t/h | h | - | tm',
  'QUESTIONS_COMPARED | questionsCompared:same+reconciled+not_reconciled / known:questionsCompared (missing) over part, posts shortfall | up-is-better | share-of-reflections | t/q | t/h | q | - | qs+di',
  'REFERRAL_MISMATCH | questionsCompared:not_reconciled / known:questionsCompared-questionsCompared:not_compared (difference) over part, posts count | neutral | share-of-reflections | t/q | t/h | q | - | qs+di',
  'REFERRAL_FROM_POWERLESSNESS | onwardReferral:powerlessness / onwardReferral:indicated+powerlessness (count) over part, posts count | down-is-better | share-of-reflections | t/h | t/h | h | - | di',
  'ROUND_TABLE_HELD | agenciesDisagree:true&roundTable:held / agenciesDisagree:true&known:roundTable (count) over part, posts shortfall | up-is-better | share-of-reflections | r/h | r/h | h | - | qs+di',
  'EXTRA_HOURS | hours of hours:granted per 100 of known:extraHours (missing) | neutral | hours-per-100-reflections | t/q | t/h | q | - | di',
  'EXTRA_HOURS_POWERLESSNESS | hours of hours:powerlessness per 100 of known:extraHours (missing) | neutral | hours-per-100-reflections | t/q | t/h | q | - | di',
  'EXTRA_HOURS_UNACKNOWLEDGED | hours of hours:unacknowledged per 100 of known:extraHours (missing) | down-is-better | hours-per-100-reflections | r/h | r/h | h | - | di',
  ...['WORK_GUIDANCE', 'SUPERVISION', 'INTERVISION'].map((kind) => `SUPPORT_REACH_${kind} | support-reach | up-is-better | share-of-team-quarters | t/q | t/q | q | - | di`),
  'WEEKS_SINCE_SUPPORT | weeks-since-support | down-is-better | weeks | t/m | t/m | - | - | di',
  'SUPPORT_HELD | support-share | up-is-better | share-of-sessions | t/q | t/q | q | - | di',
  'SUPPORT_CANCELLED_BY_US | support-share | down-is-better | share-of-sessions | t/q | t/q | q | - | di',
  'PARTICIPATION | participation-band | none | band-of-colleagues | t/q | t/q | - | - | tm+qs+di+ad',
  'COMPLETENESS | field-share | up-is-better | share-of-fields | o/q | o/q | q | - | qs+ad',
];

describe('the catalogue, entry by entry', () => {
  it.each(TABLE.map((expected) => [expected.slice(0, expected.indexOf(' ')), expected]))('says of %s what the table of measures says', (code, expected) => {
    expect(CATALOGUE.filter((measure) => measure.code === code).map(line)).toEqual([expected]);
  });

  it('has nothing that the table does not have', () => {
    expect(CATALOGUE.map(line)).toEqual(TABLE);
  });
});
