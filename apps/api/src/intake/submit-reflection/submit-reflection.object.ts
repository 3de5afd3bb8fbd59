import { createUnionType, Field, Float, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { REFLECTION_FIELD_NAMES, REFLECTION_FIELDS, type FieldForm } from '@rolvast/domain';

/** What identifies a reflection; the fields of the domain are added below. */
@InputType({ description: 'One reflection, with the names and codes of the import file. What is left out or null is unknown, never "no".' })
export class ReflectionInput {
  @Field(() => String, { description: 'Id in the source system; kept as a pseudonym only.' })
  readonly reflectionId!: string;

  @Field(() => Int, { nullable: true, description: 'From 1 on; a higher one replaces a lower one, in whatever order they come.' })
  readonly revision?: number | null;

  @Field(() => String, { nullable: true, description: 'final (default) or withdrawn.' })
  readonly status?: string | null;

  @Field(() => String, { description: 'Code of the team.' })
  readonly team!: string;

  @Field(() => String, { description: 'Reference of the professional; kept as a pseudonym only.' })
  readonly professional!: string;

  @Field(() => String, { description: 'Reference of the case; kept as a pseudonym only.' })
  readonly case!: string;

  @Field(() => String, { description: 'YYYY-MM-DD.' })
  readonly reflectedOn!: string;
}

function typeOf(form: FieldForm): [typeof String] | typeof String | typeof Boolean | typeof Int {
  switch (form.kind) {
    case 'yes-or-no':
      return Boolean;
    case 'number':
      return form.decimals === 0 ? Int : Float;
    case 'pitfalls':
      return [String];
    case 'codes':
      return form.several ? [String] : String;
    case 'date':
      return String;
  }
}

// From the same rules as the columns of a file, so that a new field needs no second place.
for (const field of REFLECTION_FIELD_NAMES) {
  const { form, expected } = REFLECTION_FIELDS[field];
  Field(() => typeOf(form), { nullable: true, description: expected })(ReflectionInput.prototype, field);
}

export enum SubmissionOutcome {
  ACCEPTED = 'ACCEPTED',
  REPLACED = 'REPLACED',
  WITHDRAWN = 'WITHDRAWN',
  UNCHANGED = 'UNCHANGED',
}

registerEnumType(SubmissionOutcome, {
  name: 'SubmissionOutcome',
  description: 'What a reflection changed.',
  valuesMap: {
    ACCEPTED: { description: 'It is new.' },
    REPLACED: { description: 'It took the place of a lower revision.' },
    WITHDRAWN: { description: 'It keeps its place and nothing of what was recorded.' },
    UNCHANGED: { description: 'It was there already, in this revision or a higher one.' },
  },
});

@ObjectType({ description: 'The reflection is stored.' })
export class ReflectionStored {
  @Field(() => SubmissionOutcome)
  readonly outcome!: SubmissionOutcome;

  @Field(() => String, { nullable: true, description: 'Code of the alert about a child that it raised, given once; null when it raised none.' })
  readonly alertCode!: string | null;
}

@ObjectType({ description: 'One rule that the reflection broke. The value is not repeated.' })
export class SubmissionFault {
  @Field(() => String, { description: 'Column of the import file.' })
  readonly column!: string;

  @Field(() => String)
  readonly rule!: string;

  @Field(() => String)
  readonly expected!: string;
}

@ObjectType({ description: 'The reflection is not right; nothing was stored.' })
export class ReflectionRefused {
  @Field(() => [SubmissionFault])
  readonly faults!: readonly SubmissionFault[];
}

@ObjectType({ description: 'Nothing is wrong with the reflection and nothing was stored: send it again later.' })
export class ReflectionPostponed {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly message!: string;
}

export const SubmissionResult = createUnionType({
  name: 'SubmissionResult',
  types: () => [ReflectionStored, ReflectionRefused, ReflectionPostponed] as const,
  resolveType: (value: object) => ('outcome' in value ? ReflectionStored : 'faults' in value ? ReflectionRefused : ReflectionPostponed),
});
