import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { WORKING_COPY } from '../support/run-program.js';

/**
 * What each type of both schemas is. A new type fails here until it says so: figures and words are published and under the attacker;
 * a list for follow-up is not, and has rules of its own.
 */
const FIGURES_AND_WORDS = [
  'BreakdownDefinition', 'BreakdownOfQuarter', 'BreakdownPart', 'ComparedUnits', 'Comparison', 'ComparisonFunnel', 'DividedCount', 'DividedHours', 'ExplainedSection', 'Grain', 'MappedUnits', 'MeasureDefinition',
  'MeasureFigures', 'MeasureTrend', 'NumberBand', 'Organisation', 'OrganisationName', 'Participation', 'PitfallColumn', 'PitfallMap', 'Place', 'PublicationExplained', 'PublicationUnit',
  'PublishedFor', 'Query', 'Region', 'TeamName', 'TeamOverview', 'TeamSignal', 'Term', 'TrendChart', 'TrendPart', 'TrendPeriods', 'TrendPhase', 'WholeOfComparison', 'Wording',
];
/** When a release went out, and with what result it was attacked: about no reflection. */
const ABOUT_RELEASES = ['Release', 'ReleaseAuditStamp', 'ReleaseOnPage'];
/** What a source system hears about its own delivery, at once and about nobody else's. */
const ANSWERS_TO_A_SOURCE = ['Mutation', 'ImportReportAnswer', 'ReflectionPostponed', 'ReflectionRefused', 'ReflectionStored', 'SubmissionFault'];

/** Who is signed in, told to that person alone: no figure, and no list of others. */
const ABOUT_ONESELF = ['ViewerAnswer', 'ViewerOrganisation'];

interface OperationalList {
  readonly readers: 'quality-staff' | 'source-system' | 'other';
  /** Moments that are about a delivery and never about a reflection or a person. */
  readonly deliveryMoments: readonly string[];
  /** Days that are filled in for quality staff alone, so that every other reader gets null. */
  readonly daysForQualityStaff?: readonly string[];
}

const WITHOUT_DAYS = { readers: 'other', deliveryMoments: [] } as const;
const FOR_QUALITY_STAFF = { readers: 'quality-staff', deliveryMoments: [] } as const;

const OPERATIONAL: Readonly<Record<string, OperationalList>> = {
  Import: { readers: 'source-system', deliveryMoments: ['finishedAt', 'receivedAt'] },
  ImportRejection: { readers: 'source-system', deliveryMoments: [] },
  RaisedAlertCode: { readers: 'source-system', deliveryMoments: [] },

  AlertOnList: FOR_QUALITY_STAFF,
  AlertWorklistPage: FOR_QUALITY_STAFF,
  AlertHistoryStep: FOR_QUALITY_STAFF,
  AlertAfterStep: FOR_QUALITY_STAFF,
  OpenAlertsInBand: WITHOUT_DAYS,
  OpenAlertsInRegion: WITHOUT_DAYS,

  SupportSessionOnList: { ...WITHOUT_DAYS, daysForQualityStaff: ['plannedOn', 'heldOn'] },
  ChangedSupportSession: WITHOUT_DAYS,
  SupportFigureValue: WITHOUT_DAYS,
  SupportFiguresOfPlace: WITHOUT_DAYS,
  WeeksSinceKind: WITHOUT_DAYS,
  SessionPackText: WITHOUT_DAYS,
  PackThemeText: WITHOUT_DAYS,
  PackRolePartText: WITHOUT_DAYS,

  FollowUpOfUnits: WITHOUT_DAYS,
  TargetOfUnit: WITHOUT_DAYS,
  ChartEventOfUnit: WITHOUT_DAYS,
  ReviewMarkOfSignal: WITHOUT_DAYS,
  RebaseOfChart: WITHOUT_DAYS,
  ChartNotesOfTrend: WITHOUT_DAYS,
  HeldSessionsOfMonth: WITHOUT_DAYS,
};

const PERSONAL = /pseudonym|contributor|professional|case(?!s$)|reflection_?id|reference|childName/i;
/** By its name or its type: a day or a moment. A week or a month is none. */
const FINER_THAN_A_WEEK = /(?:On|At|Date|Day|Until)$/;

interface Field {
  readonly name: string;
  readonly type: string;
}

function typesOf(sdl: string): ReadonlyMap<string, readonly Field[]> {
  const bare = sdl.replace(/"""[\s\S]*?"""/g, '').replace(/\([^)]*\)/g, '');
  return new Map([...bare.matchAll(/^type (\w+)[^{]*\{([^}]*)\}/gm)].map(([, name = '', body = '']) => [name, [...body.matchAll(/(\w+):\s*([\w[\]!]+)/g)].map(([, field = '', type = '']) => ({ name: field, type }))]));
}

function faultsOf(type: string, fields: readonly Field[], { readers, deliveryMoments, daysForQualityStaff = [] }: OperationalList): readonly string[] {
  const personal = fields.filter(({ name }) => PERSONAL.test(name));
  // A day that every answer has is not for quality staff alone.
  const mayBeDay = ({ name, type: of }: Field): boolean => deliveryMoments.includes(name) || (daysForQualityStaff.includes(name) && !of.endsWith('!'));
  const fine = fields.filter((field) => (FINER_THAN_A_WEEK.test(field.name) || field.type.startsWith('DateTime')) && !mayBeDay(field));
  return [...personal, ...(readers === 'quality-staff' ? [] : fine)].map(({ name }) => `${type}.${name}`);
}

const SCHEMAS = ['schema.graphql', 'intake.graphql'].map((file) => typesOf(readFileSync(`${WORKING_COPY}apps/api/${file}`, 'utf8')));

describe('lists for follow-up', () => {
  it('are declared: every type of what can be asked says whether it is one', () => {
    const undeclared = SCHEMAS.flatMap((types) => [...types.keys()]).filter((name) => ![...FIGURES_AND_WORDS, ...ABOUT_RELEASES, ...ANSWERS_TO_A_SOURCE, ...ABOUT_ONESELF, ...Object.keys(OPERATIONAL)].includes(name));
    expect(undeclared).toEqual([]);
  });

  it('name no pseudonym, no reflection and no day, except days to quality staff', () => {
    const found = SCHEMAS.flatMap((types) => Object.entries(OPERATIONAL).flatMap(([name, list]) => faultsOf(name, types.get(name) ?? [], list)));
    expect(found).toEqual([]);
    expect(SCHEMAS.some((types) => Object.keys(OPERATIONAL).some((name) => types.has(name)))).toBe(true);
  });

  it('would be refused with any of these', () => {
    const types = typesOf('type Alert {\n  """The reflection."""\n  reflectionId: ID!\n  raisedOn: String!\n  moment(in: String!): DateTime!\n  raisedWeek: String!\n  contributor: String\n  status: String!\n}\n');
    const fields = types.get('Alert') ?? [];
    expect(faultsOf('Alert', fields, { readers: 'other', deliveryMoments: [] })).toEqual(['Alert.reflectionId', 'Alert.contributor', 'Alert.raisedOn', 'Alert.moment']);
    expect(faultsOf('Alert', fields, FOR_QUALITY_STAFF)).toEqual(['Alert.reflectionId', 'Alert.contributor']);
    const days = typesOf('type Session {\n  plannedOn: String\n  heldOn: String!\n}\n').get('Session') ?? [];
    expect(faultsOf('Session', days, { ...WITHOUT_DAYS, daysForQualityStaff: ['plannedOn', 'heldOn'] })).toEqual(['Session.heldOn']);
  });

  it('are not what somebody is told about herself, which names nobody else and no moment either', () => {
    const found = SCHEMAS.flatMap((types) => ABOUT_ONESELF.flatMap((name) => faultsOf(name, types.get(name) ?? [], { readers: 'other', deliveryMoments: [] })));
    expect(found).toEqual([]);
    expect(SCHEMAS.flatMap((types) => ABOUT_ONESELF.filter((name) => types.has(name)))).toEqual(ABOUT_ONESELF);
  });

  it('never stand among figures: what is published has no moment and names nobody', () => {
    const found = SCHEMAS.flatMap((types) => FIGURES_AND_WORDS.flatMap((name) => faultsOf(name, types.get(name) ?? [], { readers: 'other', deliveryMoments: [] })));
    expect(found).toEqual([]);
  });
});
