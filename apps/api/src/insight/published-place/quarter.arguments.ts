import { ArgsType, Field } from '@nestjs/graphql';
import type { PlaceArguments } from './place.js';

/** The arguments of a question about the units of a place in one quarter. */
@ArgsType()
export class QuarterArgs {
  @Field(() => String)
  readonly organisation!: string;

  @Field(() => String, { nullable: true, description: 'Code of a region: only its units are in view. Left out, those of the organisation.' })
  readonly region?: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-Qn; left out, the last that was closed.' })
  readonly quarter?: string | null;
}

/** The place that the arguments name. */
export function quarterPlaceOf({ organisation, region }: QuarterArgs): PlaceArguments {
  return { organisation, place: region == null ? 'organisation' : 'region', team: null, region: region ?? null };
}
