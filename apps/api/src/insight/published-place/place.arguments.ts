import { ArgsType, Field, registerEnumType } from '@nestjs/graphql';
import type { LedgerPlace } from '@rolvast/domain';
import type { PlaceArguments } from './place.js';

export enum PlaceKind {
  TEAM = 'TEAM',
  REGION = 'REGION',
  ORGANISATION = 'ORGANISATION',
}

registerEnumType(PlaceKind, {
  name: 'PlaceKind',
  description: 'What a figure is about.',
  valuesMap: {
    TEAM: { description: 'A team, by the unit with which it is published.' },
    REGION: { description: 'A region: what its units published, added up.' },
    ORGANISATION: { description: 'The organisation: what its units published, added up.' },
  },
});

const PLACES: Readonly<Record<PlaceKind, LedgerPlace>> = { TEAM: 'team', REGION: 'region', ORGANISATION: 'organisation' };

/** The arguments that name a place. */
@ArgsType()
export class PlaceArgs {
  @Field(() => String)
  readonly organisation!: string;

  @Field(() => PlaceKind, { defaultValue: PlaceKind.TEAM })
  readonly place!: PlaceKind;

  @Field(() => String, { nullable: true, description: 'Code of the team; for a team only.' })
  readonly team?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the region; for a region only.' })
  readonly region?: string | null;
}

/** The arguments as they name a place. */
export function placeArgumentsOf({ organisation, place, team, region }: PlaceArgs): PlaceArguments {
  return { organisation, place: PLACES[place], team: team ?? null, region: region ?? null };
}
