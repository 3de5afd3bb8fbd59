/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Breakdowns {\n  breakdowns {\n    code\n    name {\n      nl\n      en\n    }\n    caution {\n      nl\n      en\n    }\n    categories {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    grain {\n      label {\n        nl\n        en\n      }\n    }\n  }\n}": typeof types.BreakdownsDocument,
    "query Measures {\n  measures {\n    code\n    name {\n      nl\n      en\n    }\n    definition {\n      nl\n      en\n    }\n    caution {\n      nl\n      en\n    }\n    whatHelps {\n      nl\n      en\n    }\n    nRule {\n      nl\n      en\n    }\n    unit {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    direction {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    chart {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    readers {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    grain {\n      label {\n        nl\n        en\n      }\n    }\n    thinGrain {\n      label {\n        nl\n        en\n      }\n    }\n    hasTrend\n  }\n}": typeof types.MeasuresDocument,
    "query MeasureTrend($organisation: String!, $team: String!, $measure: String!, $months: Int!) {\n  measureTrend(\n    organisation: $organisation\n    team: $team\n    measure: $measure\n    months: $months\n  ) {\n    ...TrendFields\n  }\n}": typeof types.MeasureTrendDocument,
    "query OrganisationTrend($organisation: String!, $measure: String!, $period: CalendarPeriod!, $months: Int!) {\n  measureTrend(\n    organisation: $organisation\n    place: ORGANISATION\n    measure: $measure\n    period: $period\n    months: $months\n  ) {\n    periods {\n      from\n      through\n      states\n      numerators\n      denominators\n      unitsCovered\n      unitsInPlace\n    }\n  }\n}": typeof types.OrganisationTrendDocument,
    "fragment TrendFields on MeasureTrend {\n  organisation {\n    name\n  }\n  place {\n    code\n    name\n  }\n  unit {\n    code\n    name\n  }\n  closedThrough\n  figureUnit\n  period\n  periods {\n    from\n    through\n    states\n    reflections\n    numerators\n    denominators\n    bands {\n      from\n      through\n    }\n  }\n  chart {\n    stage\n    centre\n    lower\n    upper\n    marks\n  }\n}": typeof types.TrendFieldsFragmentDoc,
    "query Organisation($code: String!) {\n  organisation(code: $code) {\n    code\n    name\n    closedFrom\n    closedThrough\n    regions {\n      code\n      name\n      teams {\n        code\n        name\n      }\n    }\n  }\n}": typeof types.OrganisationDocument,
    "query Organisations {\n  organisations {\n    code\n    name\n  }\n}": typeof types.OrganisationsDocument,
    "query PublicationExplained($organisation: String!) {\n  publicationExplained(organisation: $organisation) {\n    sections {\n      code\n      title {\n        nl\n        en\n      }\n      paragraphs {\n        nl\n        en\n      }\n    }\n    releaseSentence {\n      nl\n      en\n    }\n    lastRelease {\n      hash\n      audit {\n        sentence {\n          nl\n          en\n        }\n      }\n    }\n  }\n}": typeof types.PublicationExplainedDocument,
    "query TeamOverview($organisation: String!, $team: String!, $quarter: String, $measure: String, $months: Int!) {\n  teamOverview(\n    organisation: $organisation\n    team: $team\n    quarter: $quarter\n    measure: $measure\n    months: $months\n  ) {\n    unit {\n      code\n      name\n    }\n    place {\n      name\n    }\n    release {\n      number\n      sentence {\n        nl\n        en\n      }\n    }\n    quarter\n    state\n    reflections\n    participation {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    pitfalls {\n      ...FigureFields\n    }\n    figures {\n      ...FigureFields\n    }\n    signals {\n      measure\n      side\n      strength\n      since\n      through\n      sentence {\n        nl\n        en\n      }\n      whatHelps {\n        nl\n        en\n      }\n    }\n    signalsSought\n    trend {\n      measure\n      ...TrendFields\n    }\n  }\n}\n\nfragment FigureFields on MeasureFigures {\n  measures\n  figureUnits\n  from\n  through\n  states\n  numerators\n  denominators\n  bands {\n    from\n    through\n  }\n  marks\n}": typeof types.TeamOverviewDocument,
    "mutation EnterOrganisation($code: String!) {\n  enterOrganisation(code: $code) {\n    organisation {\n      code\n    }\n  }\n}": typeof types.EnterOrganisationDocument,
    "query Viewer {\n  viewer {\n    name\n    roles\n    seesFigures\n    organisation {\n      code\n      name\n    }\n    organisations {\n      code\n      name\n    }\n  }\n}": typeof types.ViewerDocument,
};
const documents: Documents = {
    "query Breakdowns {\n  breakdowns {\n    code\n    name {\n      nl\n      en\n    }\n    caution {\n      nl\n      en\n    }\n    categories {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    grain {\n      label {\n        nl\n        en\n      }\n    }\n  }\n}": types.BreakdownsDocument,
    "query Measures {\n  measures {\n    code\n    name {\n      nl\n      en\n    }\n    definition {\n      nl\n      en\n    }\n    caution {\n      nl\n      en\n    }\n    whatHelps {\n      nl\n      en\n    }\n    nRule {\n      nl\n      en\n    }\n    unit {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    direction {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    chart {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    readers {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    grain {\n      label {\n        nl\n        en\n      }\n    }\n    thinGrain {\n      label {\n        nl\n        en\n      }\n    }\n    hasTrend\n  }\n}": types.MeasuresDocument,
    "query MeasureTrend($organisation: String!, $team: String!, $measure: String!, $months: Int!) {\n  measureTrend(\n    organisation: $organisation\n    team: $team\n    measure: $measure\n    months: $months\n  ) {\n    ...TrendFields\n  }\n}": types.MeasureTrendDocument,
    "query OrganisationTrend($organisation: String!, $measure: String!, $period: CalendarPeriod!, $months: Int!) {\n  measureTrend(\n    organisation: $organisation\n    place: ORGANISATION\n    measure: $measure\n    period: $period\n    months: $months\n  ) {\n    periods {\n      from\n      through\n      states\n      numerators\n      denominators\n      unitsCovered\n      unitsInPlace\n    }\n  }\n}": types.OrganisationTrendDocument,
    "fragment TrendFields on MeasureTrend {\n  organisation {\n    name\n  }\n  place {\n    code\n    name\n  }\n  unit {\n    code\n    name\n  }\n  closedThrough\n  figureUnit\n  period\n  periods {\n    from\n    through\n    states\n    reflections\n    numerators\n    denominators\n    bands {\n      from\n      through\n    }\n  }\n  chart {\n    stage\n    centre\n    lower\n    upper\n    marks\n  }\n}": types.TrendFieldsFragmentDoc,
    "query Organisation($code: String!) {\n  organisation(code: $code) {\n    code\n    name\n    closedFrom\n    closedThrough\n    regions {\n      code\n      name\n      teams {\n        code\n        name\n      }\n    }\n  }\n}": types.OrganisationDocument,
    "query Organisations {\n  organisations {\n    code\n    name\n  }\n}": types.OrganisationsDocument,
    "query PublicationExplained($organisation: String!) {\n  publicationExplained(organisation: $organisation) {\n    sections {\n      code\n      title {\n        nl\n        en\n      }\n      paragraphs {\n        nl\n        en\n      }\n    }\n    releaseSentence {\n      nl\n      en\n    }\n    lastRelease {\n      hash\n      audit {\n        sentence {\n          nl\n          en\n        }\n      }\n    }\n  }\n}": types.PublicationExplainedDocument,
    "query TeamOverview($organisation: String!, $team: String!, $quarter: String, $measure: String, $months: Int!) {\n  teamOverview(\n    organisation: $organisation\n    team: $team\n    quarter: $quarter\n    measure: $measure\n    months: $months\n  ) {\n    unit {\n      code\n      name\n    }\n    place {\n      name\n    }\n    release {\n      number\n      sentence {\n        nl\n        en\n      }\n    }\n    quarter\n    state\n    reflections\n    participation {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    pitfalls {\n      ...FigureFields\n    }\n    figures {\n      ...FigureFields\n    }\n    signals {\n      measure\n      side\n      strength\n      since\n      through\n      sentence {\n        nl\n        en\n      }\n      whatHelps {\n        nl\n        en\n      }\n    }\n    signalsSought\n    trend {\n      measure\n      ...TrendFields\n    }\n  }\n}\n\nfragment FigureFields on MeasureFigures {\n  measures\n  figureUnits\n  from\n  through\n  states\n  numerators\n  denominators\n  bands {\n    from\n    through\n  }\n  marks\n}": types.TeamOverviewDocument,
    "mutation EnterOrganisation($code: String!) {\n  enterOrganisation(code: $code) {\n    organisation {\n      code\n    }\n  }\n}": types.EnterOrganisationDocument,
    "query Viewer {\n  viewer {\n    name\n    roles\n    seesFigures\n    organisation {\n      code\n      name\n    }\n    organisations {\n      code\n      name\n    }\n  }\n}": types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Breakdowns {\n  breakdowns {\n    code\n    name {\n      nl\n      en\n    }\n    caution {\n      nl\n      en\n    }\n    categories {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    grain {\n      label {\n        nl\n        en\n      }\n    }\n  }\n}"): typeof import('./graphql').BreakdownsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Measures {\n  measures {\n    code\n    name {\n      nl\n      en\n    }\n    definition {\n      nl\n      en\n    }\n    caution {\n      nl\n      en\n    }\n    whatHelps {\n      nl\n      en\n    }\n    nRule {\n      nl\n      en\n    }\n    unit {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    direction {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    chart {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    readers {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    grain {\n      label {\n        nl\n        en\n      }\n    }\n    thinGrain {\n      label {\n        nl\n        en\n      }\n    }\n    hasTrend\n  }\n}"): typeof import('./graphql').MeasuresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MeasureTrend($organisation: String!, $team: String!, $measure: String!, $months: Int!) {\n  measureTrend(\n    organisation: $organisation\n    team: $team\n    measure: $measure\n    months: $months\n  ) {\n    ...TrendFields\n  }\n}"): typeof import('./graphql').MeasureTrendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OrganisationTrend($organisation: String!, $measure: String!, $period: CalendarPeriod!, $months: Int!) {\n  measureTrend(\n    organisation: $organisation\n    place: ORGANISATION\n    measure: $measure\n    period: $period\n    months: $months\n  ) {\n    periods {\n      from\n      through\n      states\n      numerators\n      denominators\n      unitsCovered\n      unitsInPlace\n    }\n  }\n}"): typeof import('./graphql').OrganisationTrendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment TrendFields on MeasureTrend {\n  organisation {\n    name\n  }\n  place {\n    code\n    name\n  }\n  unit {\n    code\n    name\n  }\n  closedThrough\n  figureUnit\n  period\n  periods {\n    from\n    through\n    states\n    reflections\n    numerators\n    denominators\n    bands {\n      from\n      through\n    }\n  }\n  chart {\n    stage\n    centre\n    lower\n    upper\n    marks\n  }\n}"): typeof import('./graphql').TrendFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Organisation($code: String!) {\n  organisation(code: $code) {\n    code\n    name\n    closedFrom\n    closedThrough\n    regions {\n      code\n      name\n      teams {\n        code\n        name\n      }\n    }\n  }\n}"): typeof import('./graphql').OrganisationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Organisations {\n  organisations {\n    code\n    name\n  }\n}"): typeof import('./graphql').OrganisationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PublicationExplained($organisation: String!) {\n  publicationExplained(organisation: $organisation) {\n    sections {\n      code\n      title {\n        nl\n        en\n      }\n      paragraphs {\n        nl\n        en\n      }\n    }\n    releaseSentence {\n      nl\n      en\n    }\n    lastRelease {\n      hash\n      audit {\n        sentence {\n          nl\n          en\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql').PublicationExplainedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query TeamOverview($organisation: String!, $team: String!, $quarter: String, $measure: String, $months: Int!) {\n  teamOverview(\n    organisation: $organisation\n    team: $team\n    quarter: $quarter\n    measure: $measure\n    months: $months\n  ) {\n    unit {\n      code\n      name\n    }\n    place {\n      name\n    }\n    release {\n      number\n      sentence {\n        nl\n        en\n      }\n    }\n    quarter\n    state\n    reflections\n    participation {\n      code\n      name {\n        nl\n        en\n      }\n    }\n    pitfalls {\n      ...FigureFields\n    }\n    figures {\n      ...FigureFields\n    }\n    signals {\n      measure\n      side\n      strength\n      since\n      through\n      sentence {\n        nl\n        en\n      }\n      whatHelps {\n        nl\n        en\n      }\n    }\n    signalsSought\n    trend {\n      measure\n      ...TrendFields\n    }\n  }\n}\n\nfragment FigureFields on MeasureFigures {\n  measures\n  figureUnits\n  from\n  through\n  states\n  numerators\n  denominators\n  bands {\n    from\n    through\n  }\n  marks\n}"): typeof import('./graphql').TeamOverviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EnterOrganisation($code: String!) {\n  enterOrganisation(code: $code) {\n    organisation {\n      code\n    }\n  }\n}"): typeof import('./graphql').EnterOrganisationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer {\n  viewer {\n    name\n    roles\n    seesFigures\n    organisation {\n      code\n      name\n    }\n    organisations {\n      code\n      name\n    }\n  }\n}"): typeof import('./graphql').ViewerDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
