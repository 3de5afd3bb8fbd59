declare const brand: unique symbol;

/**
 * A primitive that only one place may make: two brands over `string` do not fit each other,
 * so a month can't be passed where a team code is wanted.
 */
export type Brand<Primitive, Name extends string> = Primitive & { readonly [brand]: Name };
