import { answeredFields, askableFields } from '../reflection/completeness.js';
import { REFLECTION_FIELD_NAMES } from '../reflection/reflection-fields.js';
import { ORGANISATION_QUARTER, TEAM_MONTH, TEAM_QUARTER } from './grain.js';
import type { DerivedMeasure, Measure, SupportReach, SupportShare } from './measure.js';
import { SUPPORT_KIND_WORDING, SUPPORT_KINDS, type SupportKind } from './support-session.js';

const DUTY = {
  nl: 'Begeleiding mogelijk maken is een opdracht van de organisatie; het cijfer zegt niets over de inzet van een team.',
  en: 'Making support possible is a duty of the organisation; the figure says nothing about the effort of a team.',
};

function reach(kind: SupportKind): SupportReach {
  const words = SUPPORT_KIND_WORDING[kind];
  return {
    kind: 'support-reach',
    code: `SUPPORT_REACH_${kind.toUpperCase()}`,
    unit: 'share-of-team-quarters',
    direction: 'up-is-better',
    grain: TEAM_QUARTER,
    thinGrain: TEAM_QUARTER,
    signalPeriod: 'quarter',
    chart: 'p-chart',
    neededFirstBy: ['director'],
    isRare: false,
    reaches: (session) => session.kind === kind && session.status === 'held',
    name: { nl: `Teams bereikt met ${words.nl}`, en: `Teams reached by ${words.en}` },
    definition: {
      nl: `Het aantal teamkwartalen waarin ten minste één keer ${words.nl} is gehouden, van alle teamkwartalen.`,
      en: `The number of team-quarters in which ${words.en} was held at least once, of all team-quarters.`,
    },
    caution: DUTY,
    whatHelps: null,
  };
}

function supportShare(entry: Pick<SupportShare, 'code' | 'direction' | 'numerator' | 'name' | 'definition'>): SupportShare {
  return {
    kind: 'support-share',
    unit: 'share-of-sessions',
    grain: TEAM_QUARTER,
    thinGrain: TEAM_QUARTER,
    signalPeriod: 'quarter',
    chart: 'p-chart',
    neededFirstBy: ['director'],
    isRare: false,
    // Whatever became of it, a session in the list was planned.
    denominator: () => true,
    caution: DUTY,
    whatHelps: null,
    ...entry,
  };
}

/** Worked out from what is published already, so a team that records little needs no other grain, and nothing signals. */
function derived(entry: Omit<DerivedMeasure, 'kind' | 'isRare' | 'whatHelps' | 'thinGrain' | 'signalPeriod'>): DerivedMeasure {
  return { kind: 'derived', isRare: false, whatHelps: null, thinGrain: entry.grain, signalPeriod: null, ...entry };
}

/** Whether the organisation makes support possible, and how much the other figures rest on. */
export const MEASURES_OF_SUPPORT: readonly Measure[] = [
  ...SUPPORT_KINDS.map(reach),
  derived({
    code: 'WEEKS_SINCE_SUPPORT',
    rule: 'weeks-since-support',
    direction: 'down-is-better',
    unit: 'weeks',
    grain: TEAM_MONTH,
    chart: 'count-of-weeks',
    neededFirstBy: ['director'],
    name: { nl: 'Weken sinds begeleiding', en: 'Weeks since support' },
    definition: {
      nl: 'Het aantal hele weken sinds de laatste gehouden werkbegeleiding, supervisie en intervisie, elk apart.',
      en: 'The number of whole weeks since work guidance, supervision and intervision were last held, each apart.',
    },
    caution: DUTY,
  }),
  supportShare({
    code: 'SUPPORT_HELD',
    direction: 'up-is-better',
    numerator: (session) => session.status === 'held',
    name: { nl: 'Geplande begeleiding gehouden', en: 'Planned support held' },
    definition: { nl: 'Het aantal gehouden momenten van begeleiding, van de geplande.', en: 'The number of support sessions held, of those planned.' },
  }),
  supportShare({
    code: 'SUPPORT_CANCELLED_BY_US',
    direction: 'down-is-better',
    numerator: (session) => session.status === 'cancelled_by_us',
    name: { nl: 'Begeleiding afgezegd door de organisatie', en: 'Support cancelled by the organisation' },
    definition: {
      nl: 'Het aantal momenten van begeleiding dat de organisatie heeft afgezegd, van de geplande.',
      en: 'The number of support sessions that the organisation cancelled, of those planned.',
    },
  }),
  derived({
    code: 'PARTICIPATION',
    rule: 'participation-band',
    unit: 'band-of-colleagues',
    direction: 'none',
    grain: TEAM_QUARTER,
    chart: 'band',
    neededFirstBy: ['team-manager', 'quality-staff', 'director', 'administrator'],
    name: { nl: 'Deelname', en: 'Participation' },
    definition: {
      nl: 'Welk deel van het team in het kwartaal ten minste één reflectie vastlegde: minder dan de helft, de helft tot driekwart, of de meesten; grover of niet waar dat het aantal collega’s zou verraden.',
      en: 'Which part of the team recorded at least one reflection in the quarter: fewer than half, half to three quarters, or most; coarser or not at all where that would give the number of colleagues away.',
    },
    caution: { nl: 'Achtergrond bij de andere cijfers; nooit een doel.', en: 'Context for the other figures; never a target.' },
  }),
  {
    kind: 'field-share',
    code: 'COMPLETENESS',
    unit: 'share-of-fields',
    direction: 'up-is-better',
    posting: 'shortfall',
    numerator: (reflection) => answeredFields(reflection).length,
    denominator: (reflection) => askableFields(reflection).length,
    fields: REFLECTION_FIELD_NAMES.length,
    grain: ORGANISATION_QUARTER,
    thinGrain: ORGANISATION_QUARTER,
    signalPeriod: 'quarter',
    chart: 'p-chart',
    neededFirstBy: ['quality-staff', 'administrator'],
    isRare: false,
    whatHelps: null,
    name: { nl: 'Volledigheid', en: 'Completeness' },
    definition: { nl: 'Het aantal beantwoorde velden, van de velden die gevraagd konden worden.', en: 'The number of fields answered, of the fields that could be asked.' },
    caution: {
      nl: 'Niet bekend kan het eerlijkste antwoord zijn; kijk vooral naar velden die steeds leeg blijven.',
      en: 'Not known can be the most honest answer; look above all at fields that always stay empty.',
    },
  },
];
