import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Term, Wording } from '../measure-catalogue/measure-catalogue.object.js';
import { CellState, FigureUnit, MeasureTrend, NumberBand, Place, PublicationUnit, SignalMark } from '../measure-trend/measure-trend.object.js';
import { OrganisationName } from '../organisation-directory/organisation-directory.object.js';

export enum SignalSide {
  ABOVE = 'ABOVE',
  BELOW = 'BELOW',
}

registerEnumType(SignalSide, { name: 'SignalSide', description: 'On which side of what is usual a pattern lies; never a judgement.' });

export enum SignalStrength {
  WATCH = 'WATCH',
  CONFIRMED = 'CONFIRMED',
}

registerEnumType(SignalStrength, {
  name: 'SignalStrength',
  description: 'How sure a signal is.',
  valuesMap: {
    WATCH: { description: 'A first sign.' },
    CONFIRMED: { description: 'Clear also when all series of the organisation are judged together.' },
  },
});

@ObjectType({ description: 'Figures of one period each, one entry per measure in every list.' })
export class MeasureFigures {
  @Field(() => [String], { description: 'Catalogue codes.' })
  readonly measures!: string[];

  @Field(() => [FigureUnit])
  readonly figureUnits!: FigureUnit[];

  @Field(() => [String], { nullable: 'items', description: 'First month that the figure holds, YYYY-MM: of the quarter, or of the half-year that ended last where a measure is published less often. Null before the first one ended.' })
  readonly from!: (string | null)[];

  @Field(() => [String], { nullable: 'items', description: 'Last month, inclusive.' })
  readonly through!: (string | null)[];

  @Field(() => [CellState])
  readonly states!: CellState[];

  @Field(() => [Int], { nullable: 'items', description: 'As posted; null where nothing is shown, and where only a band is.' })
  readonly numerators!: (number | null)[];

  @Field(() => [Int], { nullable: 'items', description: 'As posted; null where nothing is shown.' })
  readonly denominators!: (number | null)[];

  @Field(() => [NumberBand], { nullable: 'items', description: 'As what a figure must be read where it is not the number itself.' })
  readonly bands!: (NumberBand | null)[];

  @Field(() => [SignalMark], { nullable: 'items', description: 'The newest mark of the quarter in the chart of the measure.' })
  readonly marks!: (SignalMark | null)[];
}

@ObjectType({ description: 'A statistical rule that fired for a measure of a team.' })
export class TeamSignal {
  @Field(() => String, { description: 'Catalogue code.' })
  readonly measure!: string;

  @Field(() => SignalSide)
  readonly side!: SignalSide;

  @Field(() => SignalStrength)
  readonly strength!: SignalStrength;

  @Field(() => String, { description: 'First month of the pattern, YYYY-MM.' })
  readonly since!: string;

  @Field(() => String, { description: 'Last month of the pattern, YYYY-MM.' })
  readonly through!: string;

  @Field(() => Int, { description: 'As posted, over all months of the pattern.' })
  readonly numerator!: number;

  @Field(() => Int, { description: 'As posted, over all months of the pattern.' })
  readonly denominator!: number;

  @Field(() => Wording, { description: 'The pattern, its figure beside what is usual, how sure it is, and a question for this viewer.' })
  readonly sentence!: Wording;

  @Field(() => Wording, { nullable: true, description: 'What helps with the measure, as an offer; null where nothing specific does.' })
  readonly whatHelps!: Wording | null;
}

@ObjectType({ description: 'A release, as much as stands on a page.' })
export class ReleaseOnPage {
  @Field(() => Int)
  readonly number!: number;

  @Field(() => String, { description: 'Last month in it, YYYY-MM.' })
  readonly closedThrough!: string;

  @Field(() => Wording, { description: 'The release in words.' })
  readonly sentence!: Wording;
}

@ObjectType({ description: 'What one team published about one quarter, with what stands out in it.' })
export class TeamOverview {
  @Field(() => OrganisationName)
  readonly organisation!: OrganisationName;

  @Field(() => Place)
  readonly place!: Place;

  @Field(() => PublicationUnit, { nullable: true, description: 'The unit with which the team is published.' })
  readonly unit!: PublicationUnit | null;

  @Field(() => ReleaseOnPage, { nullable: true, description: 'The last one of the organisation; null before the first.' })
  readonly release!: ReleaseOnPage | null;

  @Field(() => String, { nullable: true, description: 'The quarter, YYYY-Qn; null before one has ended and was closed.' })
  readonly quarter!: string | null;

  @Field(() => CellState, { description: 'What may be told of how many reflections there are.' })
  readonly state!: CellState;

  @Field(() => Int, { nullable: true, description: 'Reflections posted in the quarter (n); null where that is not shown.' })
  readonly reflections!: number | null;

  @Field(() => Term, { nullable: true, description: 'Which part of the team took part, as a band; null where there is none for the quarter.' })
  readonly participation!: Term | null;

  @Field(() => MeasureFigures, { description: 'The pitfalls, in the order of the model.' })
  readonly pitfalls!: MeasureFigures;

  @Field(() => MeasureFigures, { description: 'What else a team manager needs first, in the order of the catalogue.' })
  readonly figures!: MeasureFigures;

  @Field(() => [TeamSignal], { description: 'Up to three that fired in the quarter, or since it where it is the latest; those that are clear first. Empty is nothing special.' })
  readonly signals!: TeamSignal[];

  @Field(() => Boolean, { description: 'Whether there is enough history to look for signals in the quarter; when not, no signal says nothing.' })
  readonly signalsSought!: boolean;

  @Field(() => MeasureTrend, { nullable: true, description: 'Of the measure asked for; without one that of the first signal. Null for a measure that teams have no figures of.' })
  readonly trend!: MeasureTrend | null;
}
